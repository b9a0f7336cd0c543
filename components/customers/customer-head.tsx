"use client";
import { editCustomerAction, restoreCustomerAction, retireCustomerAction } from "@/lib/customers/actions";
import type { CustomerDetail } from "@/lib/customers/get-customer";
import { changeWithUndo } from "../answers/attempt";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { LinkButton } from "../ui/link-button";
import { Menu, MenuItem, MenuRule } from "../ui/menu";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { CustomerFact } from "./customer-fact";

type CustomerHeadProps = { customer: CustomerDetail; may: { edit: boolean; addJob: boolean } };

/** Who the customer is, how they stand, and what can be done. */
export function CustomerHead({ customer, may }: CustomerHeadProps) {
  const { id, name, isInactive, isRetired } = customer;
  const mark = (to: boolean) => {
    const change = (isInactive: boolean) =>
      editCustomerAction({ id, changes: { isInactive }, was: { isInactive: !isInactive } });
    void changeWithUndo(
      `${name} is ${to ? "inactive" : "active"}`,
      () => change(to),
      () => change(!to),
    );
  };
  const retire = () =>
    changeWithUndo(
      `${name} is retired`,
      () => retireCustomerAction({ id }),
      () => restoreCustomerAction({ id }),
    );
  const restore = () =>
    changeWithUndo(
      `${name} is back`,
      () => restoreCustomerAction({ id }),
      () => retireCustomerAction({ id }),
    );
  return (
    <>
      <PageHeader
        up={{ href: "/customers", name: "Customers" }}
        title={
          <CustomerFact
            customer={{ id, name }}
            field="name"
            label="Name"
            mayEdit={may.edit}
            maxLength={200}
            show={(value) => <span className="whitespace-normal">{value}</span>}
          />
        }
        beside={isInactive && <Badge>Inactive</Badge>}
        actions={
          <>
            {may.addJob && !isRetired && (
              <LinkButton
                href={`/jobs/new?customer=${id}`}
                variant="primary"
                icon={<Icon name="plus" size={16} />}
              >
                New job
              </LinkButton>
            )}
            {may.edit && !isRetired && (
              <Menu
                label="More"
                trigger={
                  <IconButton label="More" variant="secondary">
                    <Icon name="ellipsis" size={16} />
                  </IconButton>
                }
              >
                <MenuItem onSelect={() => mark(!isInactive)}>
                  {isInactive ? "Mark active" : "Mark inactive"}
                </MenuItem>
                <MenuRule />
                <MenuItem onSelect={retire} isDangerous>
                  Retire customer
                </MenuItem>
              </Menu>
            )}
          </>
        }
      />
      {isRetired && (
        <Notice
          tone="risk"
          className="mb-4"
          title="This customer is retired"
          action={
            may.edit && (
              <Button size="sm" onClick={restore}>
                Bring back
              </Button>
            )
          }
        >
          They are in no list and no search; their jobs and history are kept.
        </Notice>
      )}
    </>
  );
}
