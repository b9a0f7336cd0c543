const places = [
  "/board",
  "/jobs",
  "/customers",
  "/powders",
  "/imports",
  "/settings",
  "/account",
  "/invite",
  "/t",
];

/** Where to go after signing in: the path asked for if it is one of the product's own places, else the board. */
export function ownPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/")) return "/board";
  const base = "https://own.invalid";
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  if (url?.origin !== base) return "/board";
  const isPlace = places.some((place) => url.pathname === place || url.pathname.startsWith(`${place}/`));
  return isPlace && !url.pathname.includes("//") ? url.pathname + url.search : "/board";
}
