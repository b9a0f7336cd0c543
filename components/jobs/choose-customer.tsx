import type { CustomerMatch } from "@/lib/customers/search-customers";
import { Combobox } from "../ui/combobox";
import { findCustomers } from "./find-customers";

type ChooseCustomerProps = {
  placeholder: string;
  onChoose: (customer: CustomerMatch) => void;
  /** Escape, and leaving it. */
  onLeave: () => void;
};

/** Finds a customer where a fact stood; another one takes its place. */
export const ChooseCustomer = ({ placeholder, onChoose, onLeave }: ChooseCustomerProps) => (
  <div
    onKeyDown={(event) => event.key === "Escape" && onLeave()}
    onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onLeave()}
  >
    <Combobox
      autoFocus
      find={findCustomers}
      value={null}
      placeholder={placeholder}
      onChange={(choice) => choice && onChoose(choice.customer)}
    />
  </div>
);
