"use client";
import type { ReactNode } from "react";
import { editCustomerAction } from "@/lib/customers/actions";
import type { CustomerDetail } from "@/lib/customers/get-customer";
import { EditableLine } from "../jobs/editable-line";

type TextField =
  | "name"
  | "phone"
  | "email"
  | "terms"
  | "taxStatus"
  | "kind"
  | "notes"
  | "billAddress"
  | "shipAddress";

type CustomerFactProps = {
  customer: Pick<CustomerDetail, "id"> & Partial<Record<TextField, string>>;
  field: TextField;
  label: string;
  mayEdit: boolean;
  maxLength: number;
  isLong?: boolean;
  empty?: string;
  show?: (value: string) => ReactNode;
  className?: string;
};

/** One field of a customer, changed where it stands. */
export function CustomerFact(props: CustomerFactProps) {
  const { customer, field, label, mayEdit, maxLength, isLong, empty, show, className } = props;
  return (
    <EditableLine
      label={label}
      value={customer[field] ?? ""}
      isEditable={mayEdit}
      isLong={isLong}
      empty={empty}
      show={show ?? ((value) => value)}
      write={(value) => value}
      read={(typed) => ({ value: typed.trim() })}
      said={`${label} changed`}
      send={(to, was) =>
        editCustomerAction({ id: customer.id, changes: { [field]: to }, was: { [field]: was } })
      }
      input={{ maxLength }}
      className={className}
    />
  );
}
