import { createColumnHelper } from "@tanstack/react-table";
import { formatMass } from "@/lib/measures/format-mass";
import { powderColumnNames as names, type PowderRow } from "@/lib/powders/powder-list";
import type { ListFacts } from "../lists/list-facts";
import type { ListFeatures } from "../lists/list-features";
import { Swatch } from "../ui/swatch";
import { RowLink } from "../ui/table";
import { PowderMark } from "./powder-mark";
import { priceWords } from "./price-words";
import { surfaceWords } from "./surface-words";

const helper = createColumnHelper<ListFeatures, PowderRow>();
const nothing = <span className="text-ink-faint">–</span>;

/** The columns of a powders table, in a shop's own units and money. */
export function powderTableColumns(facts: ListFacts) {
  const { locale, units, currency } = facts;
  return helper.columns([
    helper.accessor("name", {
      header: names.name,
      meta: { className: "max-w-72 min-w-48" },
      cell: ({ row: { original } }) => (
        <span className="flex items-center gap-2.5">
          <Swatch coats={[original]} size="md" isNamed />
          <RowLink href={`/powders/${original.id}`} prefetch={false} className="truncate">
            {original.name}
          </RowLink>
        </span>
      ),
    }),
    helper.accessor("maker", { header: names.maker, meta: { className: "max-w-44 truncate" } }),
    helper.accessor("code", { header: names.code, meta: { className: "whitespace-nowrap" } }),
    helper.accessor("colourCode", {
      id: "colour",
      header: names.colour,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row }) => row.original.colourCode || nothing,
    }),
    helper.accessor((row) => surfaceWords(row.gloss, row.texture), {
      id: "surface",
      header: names.surface,
      meta: { className: "whitespace-nowrap text-ink-muted first-letter:uppercase" },
    }),
    helper.accessor("onHandMg", {
      id: "onHand",
      header: names.onHand,
      meta: { align: "right", className: "whitespace-nowrap" },
      cell: ({ row: { original } }) => (
        <span className="inline-flex items-center gap-2">
          <PowderMark row={original} facts={facts} />
          {original.onHandMg > 0 ? (
            formatMass(original.onHandMg, units, locale)
          ) : (
            <span className="text-ink-faint">None</span>
          )}
        </span>
      ),
    }),
    helper.accessor("lots", {
      header: names.lots,
      meta: { align: "right" },
      cell: ({ row }) => row.original.lots || nothing,
    }),
    helper.accessor("priceCents", {
      id: "price",
      header: names.price,
      meta: { align: "right", className: "whitespace-nowrap" },
      cell: ({ row }) => priceWords(row.original, currency, locale) || nothing,
    }),
    helper.accessor("specificGravity", {
      id: "sg",
      header: names.sg,
      meta: { align: "right" },
      cell: ({ row }) => row.original.specificGravity ?? nothing,
    }),
  ]);
}
