import type { Gloss, MassUnit, Permission, Texture } from "@/db/vocabulary";

export const powderColumns = [
  "name",
  "maker",
  "code",
  "colour",
  "surface",
  "onHand",
  "lots",
  "price",
  "sg",
] as const;
export type PowderColumn = (typeof powderColumns)[number];

export const powderColumnNames: Record<PowderColumn, string> = {
  name: "Powder",
  maker: "Maker",
  code: "Code",
  colour: "Standard colour",
  surface: "Surface",
  onHand: "On hand",
  lots: "Lots",
  price: "Price",
  sg: "Specific gravity",
};

const shownAtFirst: readonly PowderColumn[] = powderColumns.filter((column) => column !== "sg");

export const powderSorts = ["name", "maker", "code", "onHand", "price"] as const;
export type PowderSort = (typeof powderSorts)[number];

/** All powders; those on the shelf, with less than open jobs need, less than their own mark, or a lot past or near its day. */
export const powderShows = ["all", "stock", "short", "low", "expiring"] as const;
export type PowderShow = (typeof powderShows)[number];

/** How powders are listed, as the address bar holds it. */
export type PowderListView = {
  q: string;
  maker: string;
  show: PowderShow;
  look: "wall" | "table";
  sort: PowderSort;
  isDescending: boolean;
  page: number;
  columns: PowderColumn[];
};

/** `priceCents` and `priceUnit` are absent for who may not see prices. */
export type PowderRow = {
  id: string;
  maker: string;
  code: string;
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture;
  specificGravity: number | null;
  filmUm: number | null;
  transferPercent: number | null;
  /** The level it was given. */
  lowAtMg: number | null;
  /** What it is low below: that level, or the shop's. */
  lowBelowMg: number | null;
  onHandMg: number;
  /** Of that, what may be drawn: in lots neither expired nor found bad. */
  fitMg: number;
  lots: number;
  /** The first day on which a lot with something in it expires. */
  expiresOn: string | null;
  /** What open jobs have still to draw, and how many jobs that is. */
  neededMg: number;
  neededBy: number;
  priceCents?: number | null;
  priceUnit?: MassUnit | null;
};

export type PowderPage = {
  rows: PowderRow[];
  /** How many match, counted up to `mostCounted`. */
  total: number;
};

export const powdersOnPage = 50;
export const lotsOnPage = 50;
export const mostCounted = 10_000;

export const powderColumnsFor = (held: readonly Permission[]): PowderColumn[] =>
  powderColumns.filter((column) => column !== "price" || held.includes("prices.see"));

/** Reads a view from an address; what makes no sense, or the reader may not see, is as good as absent. */
export function powderListFromParams(
  params: URLSearchParams,
  held: readonly Permission[],
  remembered = "",
): PowderListView {
  const allowed = powderColumnsFor(held);
  const sorted = params.get("sort") ?? "";
  const isDescending = sorted.startsWith("-");
  const sort = powderSorts.find((one) => one === sorted.slice(isDescending ? 1 : 0) && allowed.includes(one));
  const named = (params.get("columns") ?? remembered).split(".");
  const chosen = allowed.filter((column) => named.includes(column));
  const page = Math.trunc(Number(params.get("page")));
  return {
    q: (params.get("q") ?? "").trim().slice(0, 200),
    maker: (params.get("maker") ?? "").trim().slice(0, 100),
    show: powderShows.find((one) => one === params.get("show")) ?? "all",
    look: params.get("look") === "table" ? "table" : "wall",
    sort: sort ?? "name",
    isDescending: sort ? isDescending : false,
    page: page >= 1 && page <= 1_000_000 ? page : 1,
    columns: chosen.length > 0 ? chosen : columnsAtFirst(allowed),
  };
}

const columnsAtFirst = (allowed: readonly PowderColumn[]) =>
  allowed.filter((column) => shownAtFirst.includes(column));

/** Writes a view into an address, leaving out what is as at first. */
export function powderListToParams(
  view: PowderListView,
  change: Partial<PowderListView> = {},
): URLSearchParams {
  const next = { ...view, ...change };
  const sort = `${next.isDescending ? "-" : ""}${next.sort}`;
  const isAsAtFirst = [powderColumns, powderColumnsFor([])].some(
    (allowed) => String(columnsAtFirst(allowed)) === String(next.columns),
  );
  const written = {
    q: next.q,
    maker: next.maker,
    show: next.show === "all" ? "" : next.show,
    look: next.look === "table" ? "table" : "",
    sort: sort === "name" ? "" : sort,
    page: next.page > 1 ? String(next.page) : "",
    columns: isAsAtFirst ? "" : next.columns.join("."),
  };
  return new URLSearchParams(Object.entries(written).filter(([, value]) => value !== ""));
}
