"use client";
import { useState } from "react";
import { restorePowderAction, retirePowderAction } from "@/lib/powders/actions";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { attempt, changeWithUndo, sayRefusal } from "../answers/attempt";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { LazyDialog } from "../ui/lazy-dialog";
import { Menu, MenuItem } from "../ui/menu";
import { PageHeader } from "../ui/page-header";
import PowderDialog from "./powder-dialog";

type PowderHeadProps = { powder: PowderDetail; facts: ListFacts; may: { edit: boolean; seePrices: boolean } };

/** Which powder it is, and what can be done with it. */
export function PowderHead({ powder, facts, may }: PowderHeadProps) {
  const [isEditing, setIsEditing] = useState(false);
  const one = { id: powder.id };
  const retire = () =>
    changeWithUndo(
      `${powder.name} taken off the list`,
      () => retirePowderAction(one),
      () => restorePowderAction(one),
    );
  return (
    <>
      <PageHeader
        up={{ href: "/powders", name: "Powders" }}
        title={powder.name}
        description={`${powder.maker} ${powder.code}`}
        beside={powder.isRetired && <Badge>Off the list</Badge>}
        actions={
          may.edit && (
            <>
              {powder.isRetired ? (
                <Button
                  icon={<Icon name="archive-arrow-up" size={16} />}
                  onClick={() => sayRefusal(attempt(() => restorePowderAction(one)))}
                >
                  Put back on the list
                </Button>
              ) : (
                <>
                  <LazyDialog
                    trigger={
                      <Button variant="primary" icon={<Icon name="package-plus" size={16} />}>
                        Receive
                      </Button>
                    }
                    load={() => import("./receive-dialog")}
                    props={{ powder, facts }}
                  />
                  <Menu
                    label={powder.name}
                    trigger={
                      <IconButton label="More" variant="secondary">
                        <Icon name="ellipsis" size={16} />
                      </IconButton>
                    }
                  >
                    <MenuItem icon={<Icon name="pencil" size={14} />} onSelect={() => setIsEditing(true)}>
                      Edit…
                    </MenuItem>
                    <MenuItem icon={<Icon name="archive" size={14} />} onSelect={() => void retire()}>
                      Take off the list
                    </MenuItem>
                  </Menu>
                </>
              )}
            </>
          )
        }
      />
      {isEditing && (
        <PowderDialog
          powder={powder}
          facts={facts}
          seesPrices={may.seePrices}
          onClose={() => setIsEditing(false)}
        />
      )}
    </>
  );
}
