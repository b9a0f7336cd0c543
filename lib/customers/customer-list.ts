export const customerColumns = [
  "name",
  "contact",
  "phone",
  "email",
  "tags",
  "terms",
  "open",
  "last",
  "added",
] as const;
export type CustomerColumn = (typeof customerColumns)[number];

export const customerColumnNames: Record<CustomerColumn, string> = {
  name: "Customer",
  contact: "Contact",
  phone: "Phone",
  email: "E-mail",
  tags: "Tags",
  terms: "Terms",
  open: "Open jobs",
  last: "Last job",
  added: "Added",
};

const shownAtFirst: readonly CustomerColumn[] = ["name", "contact", "phone", "email", "tags", "open", "last"];

export const customerSorts = ["name", "open", "last", "added"] as const;
export type CustomerSort = (typeof customerSorts)[number];

export const customerShows = ["active", "all", "retired"] as const;

/** How customers are listed, as the address bar holds it. */
export type CustomerListView = {
  q: string;
  tag: string;
  /** Active ones, also the inactive, or those that were retired. */
  show: (typeof customerShows)[number];
  sort: CustomerSort;
  isDescending: boolean;
  page: number;
  columns: CustomerColumn[];
};

export type CustomerRow = {
  id: string;
  name: string;
  contact: string;
  phone: string;
  email: string;
  tags: string[];
  terms: string;
  isInactive: boolean;
  openJobs: number;
  lastJobAt: string | null;
  createdAt: string;
};

export type CustomerPage = {
  rows: CustomerRow[];
  /** How many match, counted up to `mostCounted`. */
  total: number;
};

export const customersOnPage = 50;
export const mostCounted = 10_000;

/** Reads a view from an address; what makes no sense is as good as absent. */
export function customerListFromParams(params: URLSearchParams, remembered = ""): CustomerListView {
  const sorted = params.get("sort") ?? "";
  const isDescending = sorted.startsWith("-");
  const sort = customerSorts.find((one) => one === sorted.slice(isDescending ? 1 : 0));
  const named = (params.get("columns") ?? remembered).split(".");
  const chosen = customerColumns.filter((column) => named.includes(column));
  const page = Math.trunc(Number(params.get("page")));
  return {
    q: (params.get("q") ?? "").trim().slice(0, 200),
    tag: (params.get("tag") ?? "").trim().slice(0, 40),
    show: customerShows.find((one) => one === params.get("show")) ?? "active",
    sort: sort ?? "name",
    isDescending: sort ? isDescending : false,
    page: page >= 1 && page <= 1_000_000 ? page : 1,
    columns: chosen.length > 0 ? chosen : [...shownAtFirst],
  };
}

/** Writes a view into an address, leaving out what is as at first. */
export function customerListToParams(
  view: CustomerListView,
  change: Partial<CustomerListView> = {},
): URLSearchParams {
  const next = { ...view, ...change };
  const sort = `${next.isDescending ? "-" : ""}${next.sort}`;
  const written = {
    q: next.q,
    tag: next.tag,
    show: next.show === "active" ? "" : next.show,
    sort: sort === "name" ? "" : sort,
    page: next.page > 1 ? String(next.page) : "",
    columns: String(next.columns) === String(shownAtFirst) ? "" : next.columns.join("."),
  };
  return new URLSearchParams(Object.entries(written).filter(([, value]) => value !== ""));
}
