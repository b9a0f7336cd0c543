import { type CustomerListView, customerListToParams } from "@/lib/customers/customer-list";
import { FilterChoice } from "../lists/filter-choice";
import { FilterRow } from "../lists/filter-row";
import { KeptFields } from "../lists/kept-fields";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { ShowSwitch } from "../lists/show-switch";

/** On a phone there are no heads to press. */
const orders = [
  ["-last", "Last job"],
  ["-open", "Open jobs"],
  ["-added", "Newest"],
] as const;

/** Which customers the list shows; all of it in the address. */
export function CustomersFilter({ view, tags }: { view: CustomerListView; tags: readonly string[] }) {
  return (
    <ListForm action="/customers" label="Filter customers" className="flex flex-wrap items-center gap-2">
      <KeptFields params={customerListToParams(view)} names={["columns"]} />
      <ListSearch placeholder="Name, contact, phone, e-mail" value={view.q} />
      <FilterRow>
        <ShowSwitch
          name="show"
          label="Which customers"
          value={view.show === "active" ? "" : view.show}
          choices={[
            ["", "Active"],
            ["all", "All"],
            ["retired", "Retired"],
          ]}
        />
        {(tags.length > 0 || view.tag) && (
          <FilterChoice name="tag" label="Tag" value={view.tag} choices={tags.map((tag) => [tag, tag])} />
        )}
        <FilterChoice
          name="sort"
          label="Order"
          anyLabel="By name"
          value={customerListToParams(view).get("sort") ?? ""}
          choices={orders}
          className="md:hidden"
        />
      </FilterRow>
    </ListForm>
  );
}
