import { movementKinds } from "@/db/vocabulary";
import { ledgerFileAddress, type PowderView, powderAddress } from "@/lib/powders/powder-view";
import { FilterChoice } from "../lists/filter-choice";
import { ListForm } from "../lists/list-form";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { lotName, movementNames } from "./lot-words";

type LedgerFilterProps = {
  view: PowderView;
  lot: { label: string } | null;
  /** Whether the lines shown may be taken away as a file. */
  mayExport: boolean;
};

/** Which lines of the ledger are shown: one kind's, one lot's, or all. */
export function LedgerFilter({ view, lot, mayExport }: LedgerFilterProps) {
  const { isWithEmpty, lotsPage, ledger } = view;
  const kept = {
    lots: isWithEmpty ? "all" : "",
    shelf: lotsPage > 1 ? lotsPage : "",
    lot: ledger.lotId ?? "",
  };
  return (
    <>
      {lot && (
        <LinkButton
          href={powderAddress(view, { ledger: { ...ledger, page: 1, lotId: undefined } })}
          size="sm"
          scroll={false}
          icon={<Icon name="x" size={14} />}
        >
          {lotName(lot.label)} alone
        </LinkButton>
      )}
      <ListForm action={`/powders/${view.id}`} label="Filter the ledger">
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <FilterChoice
          name="kind"
          label="Lines"
          anyLabel="All lines"
          value={ledger.kind ?? ""}
          choices={movementKinds.map((kind) => [kind, movementNames[kind]])}
        />
      </ListForm>
      {mayExport && (
        <a href={ledgerFileAddress(view)} download className={buttonClass({ size: "sm" })}>
          <Icon name="download" size={14} />
          CSV
        </a>
      )}
    </>
  );
}
