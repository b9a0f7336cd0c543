import type { ReactNode } from "react";
import type { PowderListView, PowderShow } from "@/lib/powders/powder-list";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";

type NoPowdersProps = { view: PowderListView; mayImport: boolean; add: ReactNode };

/** What an empty list says of a shelf that wants nothing. */
const calmWords: Partial<Record<PowderShow, { title: string; words: string }>> = {
  short: { title: "Nothing is short", words: "The shelf holds what open jobs have still to draw." },
  low: { title: "Nothing is low", words: "A powder is low below the mark it is given on its own page." },
  expiring: {
    title: "Nothing expires soon",
    words: "No lot has expired, and none will within 30 days.",
  },
};

/** An empty powders list, and the next step from it. */
export function NoPowders({ view, mayImport, add }: NoPowdersProps) {
  const calm = view.q || view.maker || view.page > 1 ? undefined : calmWords[view.show];
  if (calm) {
    return (
      <EmptyState icon={<Icon name="circle-check" size={20} />} title={calm.title}>
        {calm.words}
      </EmptyState>
    );
  }
  if (view.q || view.maker || view.show !== "all" || view.page > 1) {
    return (
      <EmptyState
        icon={<Icon name="search-x" size={20} />}
        title="No powder fits"
        action={<LinkButton href="/powders">Show all powders</LinkButton>}
      >
        {view.show === "stock" ? "Only powders on the shelf were looked at." : "Try fewer words."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon name="spray-can" size={20} />}
      title="No powders yet"
      action={
        <>
          {mayImport && <LinkButton href="/imports">Import a stock list</LinkButton>}
          {add}
        </>
      }
    >
      Bring in the spreadsheet you keep your shelves on; boxes, lots and weights come with it.
    </EmptyState>
  );
}
