import { type Permission, permissions } from "@/db/vocabulary";
import { filterFromParams, filterToParams, type JobFilter } from "./job-filter";

/** The columns of the jobs table, in order; the same words head the CSV. */
const jobColumns = [
  "number",
  "customer",
  "parts",
  "colours",
  "stage",
  "due",
  "priority",
  "assignees",
  "po",
  "area",
  "price",
  "received",
  "delivered",
] as const;
export type JobColumn = (typeof jobColumns)[number];

export const jobColumnNames: Record<JobColumn, string> = {
  number: "Job",
  customer: "Customer",
  parts: "Parts",
  colours: "Colours",
  stage: "Stage",
  due: "Due",
  priority: "Priority",
  assignees: "Assigned",
  po: "PO",
  area: "Area",
  price: "Price",
  received: "Taken in",
  delivered: "Delivered",
};

const shownAtFirst: readonly JobColumn[] = [
  "number",
  "customer",
  "parts",
  "colours",
  "stage",
  "due",
  "priority",
  "assignees",
  "price",
];

export const jobSorts = [
  "number",
  "customer",
  "stage",
  "due",
  "priority",
  "price",
  "received",
  "delivered",
] as const;
export type JobSort = (typeof jobSorts)[number];

/** How the jobs are listed, as the address bar holds it. */
export type JobListView = {
  filter: JobFilter;
  /** Open jobs, or also those delivered and cancelled. */
  show: "open" | "all";
  sort: JobSort;
  isDescending: boolean;
  page: number;
  columns: JobColumn[];
};

const columnsAtFirst = (allowed: readonly JobColumn[]) =>
  allowed.filter((column) => shownAtFirst.includes(column));

const mayRead: Partial<Record<JobColumn, Permission>> = { price: "prices.see" };

/** The columns that a reader with these permissions may see. */
export const columnsFor = (held: readonly Permission[] = permissions): JobColumn[] =>
  jobColumns.filter((column) => {
    const needed = mayRead[column];
    return needed === undefined || held.includes(needed);
  });

/**
 * Reads a view from an address; what makes no sense, or the reader may not see, is as good as absent.
 * `remembered` is the reader's own choice of columns, for an address that names none.
 */
export function jobListFromParams(
  params: URLSearchParams,
  held: readonly Permission[],
  remembered = "",
): JobListView {
  const allowed = columnsFor(held);
  const named = (params.get("columns") ?? remembered).split(".");
  const chosen = allowed.filter((column) => named.includes(column));
  const { sort, isDescending } = readSort(params.get("sort"), allowed);
  const page = Math.trunc(Number(params.get("page")));
  return {
    filter: filterFromParams(params),
    show: params.get("show") === "all" ? "all" : "open",
    sort,
    isDescending,
    page: page >= 1 && page <= 1_000_000 ? page : 1,
    columns: chosen.length > 0 ? chosen : columnsAtFirst(allowed),
  };
}

/** "due" is soonest first, "-due" latest first; nothing and nonsense are the newest jobs first. */
function readSort(
  text: string | null,
  allowed: readonly JobColumn[],
): Pick<JobListView, "sort" | "isDescending"> {
  const isDescending = text?.startsWith("-") ?? false;
  const sort = jobSorts.find((one) => one === text?.slice(isDescending ? 1 : 0));
  return sort && allowed.includes(sort) ? { sort, isDescending } : { sort: "number", isDescending: true };
}

/** A sort as the address bar holds it. */
export const sortText = ({ sort, isDescending }: Pick<JobListView, "sort" | "isDescending">) =>
  `${isDescending ? "-" : ""}${sort}`;

/** Numbers, prices and dates of work done begin with the newest or largest; the rest from A and from soonest. */
export const isDescendingAtFirst = (sort: JobSort) =>
  ["number", "price", "received", "delivered", "priority"].includes(sort);

/** Writes a view into an address, leaving out what is as at first. */
export function jobListToParams(view: JobListView, change: Partial<JobListView> = {}): URLSearchParams {
  const next = { ...view, ...change };
  const params = filterToParams(next.filter);
  if (next.show === "all") params.set("show", "all");
  if (sortText(next) !== "-number") params.set("sort", sortText(next));
  if (next.page > 1) params.set("page", String(next.page));
  const isAsAtFirst = [jobColumns, next.columns.includes("price") ? [] : columnsFor([])].some(
    (allowed) => String(columnsAtFirst(allowed)) === String(next.columns),
  );
  if (!isAsAtFirst) params.set("columns", next.columns.join("."));
  return params;
}

/** All jobs of one customer, the newest first. */
export function customerJobsView(customer: string, page: number): JobListView {
  const view = jobListFromParams(new URLSearchParams({ customer, show: "all" }), []);
  return { ...view, page };
}
