import { formatMass } from "@/lib/measures/format-mass";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { lotsOnPage } from "@/lib/powders/powder-list";
import { type PowderView, powderAddress } from "@/lib/powders/powder-view";
import type { ListFacts } from "../lists/list-facts";
import { LinkButton } from "../ui/link-button";
import { Pagination } from "../ui/pagination";
import { Section } from "../ui/section";
import { Swatch } from "../ui/swatch";
import { Ledger } from "./ledger";
import { LedgerFilter } from "./ledger-filter";
import { Lots } from "./lots";
import { roundedMass } from "./need-words";
import { SprayFacts, StockFacts } from "./powder-facts";
import { PowderHead } from "./powder-head";
import { PowderJobs } from "./powder-jobs";
import { PowderLive } from "./powder-live";

type PowderPageProps = {
  powder: PowderDetail;
  view: PowderView;
  facts: ListFacts;
  now: string;
  may: { edit: boolean; seePrices: boolean; export: boolean };
};

/** A powder, the lots on the shelf, the open jobs that want it, and a page of its ledger. */
export function PowderPage({ powder, view, facts, now, may }: PowderPageProps) {
  const mayEdit = may.edit && !powder.isRetired;
  const { open, ledger } = powder;
  return (
    <div className="mx-auto max-w-[1200px] px-4 py-4 md:px-6">
      <PowderLive />
      <PowderHead powder={powder} facts={facts} may={may} />
      <div className="flex flex-wrap gap-x-8 gap-y-5 rounded-lg border bg-surface p-4">
        <div className="flex flex-col gap-1 max-sm:w-full">
          <span className="block h-28 w-full sm:size-36">
            <Swatch coats={[powder]} size="fill" isNamed className="rounded-lg" />
          </span>
          <span className="text-xs text-ink-faint">Screen approximation</span>
        </div>
        <StockFacts powder={powder} facts={facts} />
        <SprayFacts powder={powder} facts={facts} />
      </div>
      <LotsSection powder={powder} view={view} facts={facts} mayEdit={mayEdit} />
      {open.total > 0 && (
        <Section title="Open jobs" count={open.total} description={openWords(powder, facts)} className="mt-6">
          <PowderJobs jobs={open.jobs} total={open.total} facts={facts} />
        </Section>
      )}
      <Section
        title="Ledger"
        count={ledger.total}
        className="mt-6"
        actions={<LedgerFilter view={view} lot={ledger.lot} mayExport={may.export && ledger.total > 0} />}
      >
        <Ledger ledger={ledger} view={view} facts={facts} now={now} mayEdit={mayEdit} />
      </Section>
    </div>
  );
}

type LotsSectionProps = Pick<PowderPageProps, "powder" | "view" | "facts"> & { mayEdit: boolean };

function LotsSection({ powder, view, facts, mayEdit }: LotsSectionProps) {
  const { lots, lotsPage, heldLots, emptyLots } = powder;
  const first = (lotsPage - 1) * lotsOnPage;
  const total = heldLots + (view.isWithEmpty ? emptyLots : 0);
  const to = (page: number) => powderAddress(view, { lotsPage: page });
  return (
    <Section
      title="Lots"
      count={heldLots}
      className="mt-6"
      actions={
        emptyLots > 0 && (
          <LinkButton
            href={powderAddress(view, { isWithEmpty: !view.isWithEmpty, lotsPage: 1 })}
            variant="quiet"
            size="sm"
            scroll={false}
          >
            {view.isWithEmpty ? "Hide empty" : `Show ${emptyLots} empty`}
          </LinkButton>
        )
      }
    >
      <Lots lots={lots} powder={powder} view={view} facts={facts} mayEdit={mayEdit} />
      {total > lotsOnPage && (
        <Pagination
          from={Math.min(first + 1, total)}
          to={first + lots.length}
          total={total}
          previousHref={lotsPage > 1 ? to(lotsPage - 1) : null}
          nextHref={total > first + lots.length ? to(lotsPage + 1) : null}
          locale={facts.locale}
        />
      )}
    </Section>
  );
}

function openWords({ open, fitMg }: PowderDetail, { units, locale }: ListFacts): string | undefined {
  if (open.stillMg === 0) return undefined;
  const need = `Still to draw: about ${roundedMass(open.stillMg, units, locale, 1)}`;
  return open.stillMg > fitMg
    ? `${need}. The shelf is about ${roundedMass(open.stillMg - fitMg, units, locale, 1)} short of it.`
    : `${need} of the ${formatMass(fitMg, units, locale)} fit to use.`;
}
