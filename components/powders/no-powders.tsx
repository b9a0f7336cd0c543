import { SearchX, SprayCan } from "lucide-react";
import type { PowderListView } from "@/lib/powders/powder-list";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";

/** An empty powders list, and the next step from it. */
export function NoPowders({ view, mayImport }: { view: PowderListView; mayImport: boolean }) {
  if (view.q || view.maker || view.show === "stock" || view.page > 1) {
    return (
      <EmptyState
        icon={<SearchX size={20} />}
        title="No powder fits"
        action={<LinkButton href="/powders">Show all powders</LinkButton>}
      >
        {view.show === "stock" ? "Only powders on the shelf were looked at." : "Try fewer words."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SprayCan size={20} />}
      title="No powders yet"
      action={
        mayImport && (
          <LinkButton href="/imports" variant="primary">
            Import a stock list
          </LinkButton>
        )
      }
    >
      Bring in the spreadsheet you keep your shelves on; boxes, lots and weights come with it.
    </EmptyState>
  );
}
