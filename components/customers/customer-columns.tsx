import { createColumnHelper } from "@tanstack/react-table";
import { type CustomerRow, customerColumnNames as names } from "@/lib/customers/customer-list";
import { dayIn } from "@/lib/measures/day-in";
import { formatDay } from "@/lib/measures/format-time";
import type { ListFacts } from "../lists/list-facts";
import type { ListFeatures } from "../lists/list-features";
import { Badge } from "../ui/badge";
import { RowLink } from "../ui/table";
import { phoneHref } from "./phone-href";
import { TagList } from "./tag-list";

const helper = createColumnHelper<ListFeatures, CustomerRow>();
const nothing = <span className="text-ink-faint">–</span>;

/** The columns of a customers table, with dates in the shop's own zone and language. */
export function customerTableColumns({ locale, timeZone }: ListFacts) {
  const day = (at: string) => formatDay(dayIn(timeZone, new Date(at)), locale);
  return helper.columns([
    helper.accessor("name", {
      header: names.name,
      meta: { className: "max-w-80 min-w-40 md:max-lg:max-w-52" },
      cell: ({ row: { original } }) => (
        <span className="flex items-center gap-2">
          <RowLink href={`/customers/${original.id}`} prefetch={false} className="truncate">
            {original.name}
          </RowLink>
          {original.isInactive && <Badge>Inactive</Badge>}
        </span>
      ),
    }),
    helper.accessor("contact", {
      header: names.contact,
      meta: { className: "max-w-48 truncate md:max-lg:max-w-32" },
      cell: ({ row }) => row.original.contact || nothing,
    }),
    helper.accessor("phone", {
      header: names.phone,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row: { original } }) =>
        original.phone ? (
          <a href={phoneHref(original.phone)} className="hover:underline">
            {original.phone}
          </a>
        ) : (
          nothing
        ),
    }),
    helper.accessor("email", {
      header: names.email,
      meta: { className: "max-w-56 truncate" },
      cell: ({ row: { original } }) =>
        original.email ? (
          <a href={`mailto:${original.email}`} className="hover:underline">
            {original.email}
          </a>
        ) : (
          nothing
        ),
    }),
    helper.accessor("tags", {
      header: names.tags,
      meta: { className: "whitespace-nowrap *:flex-nowrap" },
      cell: ({ row }) =>
        row.original.tags.length > 0 ? <TagList tags={row.original.tags} most={2} /> : nothing,
    }),
    helper.accessor("terms", {
      header: names.terms,
      meta: { className: "max-w-32 truncate" },
      cell: ({ row }) => row.original.terms || nothing,
    }),
    helper.accessor("openJobs", {
      id: "open",
      header: names.open,
      meta: { align: "right" },
      cell: ({ row }) => (row.original.openJobs > 0 ? row.original.openJobs : nothing),
    }),
    helper.accessor("lastJobAt", {
      id: "last",
      header: names.last,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row }) => (row.original.lastJobAt ? day(row.original.lastJobAt) : nothing),
    }),
    helper.accessor("createdAt", {
      id: "added",
      header: names.added,
      meta: { className: "whitespace-nowrap" },
      cell: ({ row }) => day(row.original.createdAt),
    }),
  ]);
}
