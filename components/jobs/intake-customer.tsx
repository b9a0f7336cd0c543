"use client";
import { Combobox } from "../ui/combobox";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { type CustomerChoice, findCustomers } from "./find-customers";
import type { Intake } from "./intake";

type IntakeCustomerProps = {
  intake: Pick<Intake, "customer" | "newCustomer">;
  onChange: (chosen: Pick<Intake, "customer" | "newCustomer">) => void;
  mayAdd: boolean;
  problems: Record<string, string>;
};

/** Who brings the metal: found as one types, or made on the spot. */
export function IntakeCustomer({ intake, onChange, mayAdd, problems }: IntakeCustomerProps) {
  const { customer, newCustomer } = intake;
  const value = customer ? ({ id: customer.id, label: customer.name } as CustomerChoice) : null;
  const set = (changed: Partial<NonNullable<Intake["newCustomer"]>>) =>
    newCustomer && onChange({ customer: null, newCustomer: { ...newCustomer, ...changed } });

  if (!newCustomer) {
    return (
      <Field label="Customer" error={problems.customerId}>
        <Combobox
          id="intake-customer"
          autoFocus
          find={findCustomers}
          value={value}
          placeholder="Name, contact or phone"
          onChange={(choice) =>
            onChange({ customer: choice && { id: choice.id, name: choice.label }, newCustomer: null })
          }
          createLabel={(typed) => `New customer “${typed}”`}
          onCreate={
            mayAdd
              ? (name) => onChange({ customer: null, newCustomer: { name, phone: "", email: "" } })
              : undefined
          }
          nothingFound={mayAdd ? "Type a name." : "Nobody by that name. The office adds customers."}
        />
      </Field>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-1">
        <Field label="New customer" error={problems["newCustomer.name"]} className="flex-1">
          <Input
            value={newCustomer.name}
            maxLength={200}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <IconButton
          label="Choose a known customer instead"
          onClick={() => onChange({ customer: null, newCustomer: null })}
        >
          <Icon name="x" size={16} />
        </IconButton>
      </div>
      <div className="grid gap-2 @md:grid-cols-2">
        <Field label="Phone" isOptional error={problems["newCustomer.phone"]}>
          <Input
            id="intake-phone"
            type="tel"
            autoComplete="off"
            value={newCustomer.phone}
            onChange={(event) => set({ phone: event.target.value })}
          />
        </Field>
        <Field label="E-mail" isOptional error={problems["newCustomer.email"]}>
          <Input
            type="email"
            autoComplete="off"
            value={newCustomer.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}
