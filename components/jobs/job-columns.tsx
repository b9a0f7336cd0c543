import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { todayIn } from "@/lib/jobs/due";
import { jobColumnNames } from "@/lib/jobs/job-list";
import type { JobRow } from "@/lib/jobs/job-row";
import { formatArea } from "@/lib/measures/format-area";
import { formatMoney } from "@/lib/measures/format-money";
import { formatDay } from "@/lib/measures/format-time";
import type { ListFacts } from "../lists/list-facts";
import type { ListFeatures } from "../lists/list-features";
import { AvatarStack } from "../ui/avatar";
import { RowLink } from "../ui/table";
import { ColoursCell, DueCell, PartsCell, PriorityCell, StageCell } from "./job-cells";

const helper = createColumnHelper<ListFeatures, JobRow>();
const names = jobColumnNames;
const nothing = <span className="text-ink-faint">–</span>;

/** The columns of a jobs table, in a shop's own units and language. */
export function jobTableColumns({ locale, units, currency, timeZone, today }: ListFacts) {
  const day = (at: string) => formatDay(todayIn(timeZone, new Date(at)), locale);
  return helper.columns([
    helper.accessor("number", {
      header: names.number,
      meta: { className: "w-20" },
      cell: ({ row: { original } }) => (
        <RowLink href={`/jobs/${original.number}`} prefetch={false}>
          {original.number}
        </RowLink>
      ),
    }),
    helper.accessor((row) => row.customer.name, {
      id: "customer",
      header: names.customer,
      meta: { className: "max-w-60 min-w-32" },
      cell: ({ row: { original } }) => (
        <Link
          href={`/customers/${original.customer.id}`}
          prefetch={false}
          className="line-clamp-1 w-fit hover:underline"
        >
          {original.customer.name}
        </Link>
      ),
    }),
    helper.accessor("parts", {
      header: names.parts,
      meta: { className: "max-w-64 min-w-36" },
      cell: ({ row }) => <PartsCell parts={row.original.parts} />,
    }),
    helper.accessor("coats", {
      id: "colours",
      header: names.colours,
      meta: { className: "max-w-60 min-w-32" },
      cell: ({ row }) => <ColoursCell coats={row.original.coats} />,
    }),
    helper.accessor((row) => row.stage.name, {
      id: "stage",
      header: names.stage,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row }) => <StageCell stage={row.original.stage} />,
    }),
    helper.accessor("dueOn", {
      id: "due",
      header: names.due,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row: { original } }) => (
        <DueCell dueOn={original.dueOn} stage={original.stage} today={today} locale={locale} />
      ),
    }),
    helper.accessor("priority", {
      header: names.priority,
      cell: ({ row }) => <PriorityCell priority={row.original.priority} />,
    }),
    helper.accessor("assignees", {
      header: names.assignees,
      cell: ({ row }) =>
        row.original.assignees.length > 0 ? <AvatarStack names={row.original.assignees} /> : nothing,
    }),
    helper.accessor("poNumber", {
      id: "po",
      header: names.po,
      meta: { className: "max-w-40 truncate" },
      cell: ({ row }) => row.original.poNumber || nothing,
    }),
    helper.accessor("areaCm2", {
      id: "area",
      header: names.area,
      meta: { align: "right", className: "whitespace-nowrap" },
      cell: ({ row }) =>
        row.original.areaCm2 > 0 ? formatArea(row.original.areaCm2, units, locale) : nothing,
    }),
    helper.accessor("priceCents", {
      id: "price",
      header: names.price,
      meta: { align: "right", className: "whitespace-nowrap" },
      cell: ({ row: { original } }) =>
        original.priceCents == null ? nothing : formatMoney(original.priceCents, currency, locale),
    }),
    helper.accessor("receivedAt", {
      id: "received",
      header: names.received,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row }) => day(row.original.receivedAt),
    }),
    helper.accessor("deliveredAt", {
      id: "delivered",
      header: names.delivered,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row }) => (row.original.deliveredAt ? day(row.original.deliveredAt) : nothing),
    }),
  ]);
}
