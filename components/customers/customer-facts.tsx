import type { CustomerDetail } from "@/lib/customers/get-customer";
import { Fact, Facts } from "../ui/facts";
import { CustomerFact } from "./customer-fact";
import { ParentFact } from "./parent-fact";
import { TagsFact } from "./tags-fact";

/** How a customer is reached and billed; every line is changed where it stands. */
export function CustomerFacts({ customer, mayEdit }: { customer: CustomerDetail; mayEdit: boolean }) {
  const { id, name } = customer;
  const line = (
    field: "phone" | "email" | "terms" | "taxStatus" | "kind",
    label: string,
    maxLength: number,
  ) => (
    <Fact name={label}>
      <CustomerFact
        customer={{ id, [field]: customer[field] }}
        field={field}
        label={label}
        mayEdit={mayEdit}
        maxLength={maxLength}
      />
    </Fact>
  );
  const block = (
    field: "billAddress" | "shipAddress" | "notes",
    label: string,
    maxLength: number,
    empty?: string,
  ) => (
    <Fact name={label}>
      <CustomerFact
        customer={{ id, [field]: customer[field] }}
        field={field}
        label={label}
        mayEdit={mayEdit}
        maxLength={maxLength}
        empty={empty}
        isLong
      />
    </Fact>
  );
  return (
    <div className="grid gap-x-8 gap-y-1.5 @xl:grid-cols-2">
      <Facts className="content-start items-baseline">
        {line("phone", "Phone", 60)}
        {line("email", "E-mail", 254)}
        {block("billAddress", "Bill to", 1000)}
        {block("shipAddress", "Ship to", 1000)}
      </Facts>
      <Facts className="content-start items-baseline">
        {line("terms", "Terms", 100)}
        {line("taxStatus", "Tax status", 100)}
        {line("kind", "Kind", 100)}
        <Fact name="Tags">
          <TagsFact id={id} tags={customer.tags} mayEdit={mayEdit} />
        </Fact>
        <Fact name="Belongs to">
          <ParentFact id={id} name={name} parent={customer.parent} mayEdit={mayEdit} />
        </Fact>
      </Facts>
      <Facts className="items-baseline @xl:col-span-2">
        {block("notes", "Notes", 10_000, "What everyone should know of them")}
      </Facts>
    </div>
  );
}
