const places = ["/portal/jobs", "/portal/proofs", "/portal/account"];

/** Where a contact goes after signing in: the path asked for if it is one of the portal's own places, else its start. */
export function portalPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/")) return "/portal";
  const base = "https://own.invalid";
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  if (url?.origin !== base) return "/portal";
  const isPlace = places.some((place) => url.pathname === place || url.pathname.startsWith(`${place}/`));
  return isPlace && !url.pathname.includes("//") ? url.pathname + url.search : "/portal";
}
