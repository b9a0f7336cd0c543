import { type PowderListView, powderListToParams } from "@/lib/powders/powder-list";
import { FilterChoice } from "../lists/filter-choice";
import { FilterRow } from "../lists/filter-row";
import { KeptFields } from "../lists/kept-fields";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { ShowSwitch } from "../lists/show-switch";

/** On the wall and on a phone there are no heads to press. */
const orders = [
  ["-onHand", "Most on hand"],
  ["onHand", "Least on hand"],
  ["maker", "Maker"],
] as const;

/** Which powders the list shows; all of it in the address. */
export function PowdersFilter({ view, makers }: { view: PowderListView; makers: readonly string[] }) {
  return (
    <ListForm action="/powders" label="Filter powders" className="flex flex-wrap items-center gap-2">
      <KeptFields params={powderListToParams(view)} names={["columns"]} />
      <ListSearch placeholder="Name, code, maker, RAL, lot or place" value={view.q} />
      <FilterRow>
        <ShowSwitch
          name="show"
          label="Which powders"
          value={view.show === "all" ? "" : view.show}
          choices={[
            ["", "All"],
            ["stock", "On the shelf"],
            ["short", "Short"],
            ["low", "Low"],
            ["expiring", "Expiring"],
          ]}
        />
        {(makers.length > 1 || view.maker) && (
          <FilterChoice
            name="maker"
            label="Maker"
            value={view.maker}
            choices={makers.map((one) => [one, one])}
          />
        )}
        <FilterChoice
          name="sort"
          label="Order"
          anyLabel="By name"
          value={powderListToParams(view).get("sort") ?? ""}
          choices={orders}
          className={view.look === "table" ? "md:hidden" : ""}
        />
        <span className="md:ml-auto">
          <ShowSwitch
            name="look"
            label="How to look at them"
            value={view.look === "table" ? "table" : ""}
            choices={[
              ["", "Wall"],
              ["table", "List"],
            ]}
          />
        </span>
      </FilterRow>
    </ListForm>
  );
}
