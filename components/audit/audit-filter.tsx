import type { AuditInput } from "@/lib/audit/input";
import type { AuditChoices } from "@/lib/audit/list-audit-choices";
import { FilterChoice } from "../lists/filter-choice";
import { FilterRow } from "../lists/filter-row";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { LinkButton } from "../ui/link-button";

const others = [
  ["contact", "Customers in the portal"],
  ["link", "Customers by a mailed link"],
  ["key", "Other programs"],
  ["system", "Coatyard itself"],
] as const;

type AuditFilterProps = { asked: AuditInput; choices: AuditChoices; isNarrowed: boolean };

/** By whom, what and when; all of it in the address. */
export function AuditFilter({ asked, choices, isNarrowed }: AuditFilterProps) {
  const members = choices.members.map((one) => [one.id, one.name] as const);
  return (
    <ListForm
      action="/settings/audit"
      label="Search the history"
      className="flex flex-wrap items-center gap-2"
    >
      <ListSearch placeholder="Job, customer, powder, lot, person" value={asked.q} />
      <FilterRow>
        <FilterChoice name="who" label="Who" value={asked.who} choices={[...members, ...others]} />
        <FilterChoice name="kind" label="What" value={asked.kind} choices={kindChoices(choices.kinds)} />
        <span className="flex gap-2">
          <DayField name="from" label="From" value={asked.from} />
          <DayField name="to" label="To" value={asked.to} />
        </span>
        {isNarrowed && (
          <LinkButton href="/settings/audit" variant="quiet">
            Clear
          </LinkButton>
        )}
      </FilterRow>
    </ListForm>
  );
}

/** Each noun for all of its kinds, then its kinds. */
function kindChoices(kinds: readonly string[]): [string, string][] {
  const words = (kind: string) => kind.replaceAll(/[.-]/g, " ");
  const nouns = [...new Set(kinds.map((kind) => kind.split(".")[0] as string))];
  return nouns.flatMap((noun) => {
    const own = kinds.filter((kind) => kind.startsWith(`${noun}.`));
    const each = own.map((kind): [string, string] => [kind, words(kind)]);
    return own.length > 1 ? [[noun, `${words(noun)}: all`] as [string, string], ...each] : each;
  });
}

function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="flex items-center gap-1.5 text-ink-muted">
      {label}
      <input type="date" name={name} defaultValue={value} className="ui-control ui-line w-36" />
    </label>
  );
}
