import { priorities } from "@/db/vocabulary";
import { dueFilters } from "@/lib/jobs/job-filter";
import { type JobListView, sortText } from "@/lib/jobs/job-list";
import type { JobChoices } from "@/lib/jobs/list-job-choices";
import { jobProofNames } from "../approvals/proof-words";
import { FilterChoice } from "../lists/filter-choice";
import { FilterRow } from "../lists/filter-row";
import { FilterSeveral } from "../lists/filter-several";
import { KeptFields } from "../lists/kept-fields";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { ShowSwitch } from "../lists/show-switch";
import { Chip } from "../ui/chip";
import { LinkButton } from "../ui/link-button";

const dueNames: Record<(typeof dueFilters)[number], string> = {
  overdue: "Overdue",
  today: "Today",
  week: "Next 7 days",
  none: "No date",
};

/** On a phone there are no heads to press. */
const orders = [
  ["due", "Due soonest"],
  ["customer", "Customer"],
  ["stage", "Stage"],
  ["-priority", "Priority"],
] as const;

type JobsFilterProps = {
  view: JobListView;
  choices: JobChoices;
  kept: URLSearchParams;
  clearHref: string | null;
};

/** What the jobs list shows; all of it in the address. */
export function JobsFilter({ view, choices, kept, clearHref }: JobsFilterProps) {
  const { filter, show } = view;
  return (
    <ListForm action="/jobs" label="Filter jobs" className="flex flex-wrap items-center gap-2">
      <KeptFields params={kept} names={["customer", "columns"]} />
      <ListSearch placeholder="Number, customer, part, colour, PO" value={filter.q} />
      <ShowSwitch
        name="show"
        label="Which jobs"
        value={show === "all" ? "all" : ""}
        choices={[
          ["", "Open"],
          ["all", "All"],
        ]}
      />
      <FilterRow>
        <FilterSeveral
          name="stage"
          label="Stage"
          values={filter.stage}
          choices={choices.stages.map((stage) => [stage.id, stage.name])}
        />
        <FilterChoice
          name="due"
          label="Due"
          value={filter.due}
          choices={dueFilters.map((one) => [one, dueNames[one]])}
        />
        <FilterChoice
          name="colour"
          label="Colour"
          value={filter.colour}
          choices={choices.colours.map((colour) => [colour, colour])}
        />
        <FilterChoice
          name="assignee"
          label="Assigned"
          value={filter.assignee}
          choices={[
            ["nobody", "Nobody"],
            ...choices.members.map((member) => [member.id, member.name] as const),
          ]}
        />
        <FilterSeveral
          name="priority"
          label="Priority"
          values={filter.priority}
          choices={priorities.toReversed().map((one) => [one, one[0]?.toUpperCase() + one.slice(1)])}
        />
        <FilterChoice
          name="proof"
          label="Proof"
          value={filter.proof}
          choices={Object.entries(jobProofNames)}
        />
        <FilterChoice
          name="sort"
          label="Order"
          anyLabel="Newest first"
          value={sortText(view) === "-number" ? "" : sortText(view)}
          choices={orders}
          className="md:hidden"
        />
        {choices.customerName && <Chip>{choices.customerName}</Chip>}
        {clearHref && (
          <LinkButton href={clearHref} variant="quiet" scroll={false}>
            Clear
          </LinkButton>
        )}
      </FilterRow>
    </ListForm>
  );
}
