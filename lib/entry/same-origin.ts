import "server-only";
import { env } from "../env";
import { Refusal } from "../errors";

/** Refuses a change of state whose Origin is absent, null or another site's. */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const isOurs = origin === new URL(env().COATYARD_URL).origin;
  if (!isOurs || (site !== null && site !== "same-origin")) {
    throw new Refusal(
      "wrong-origin",
      "This request did not come from the shop's own pages. Open the page again and retry.",
    );
  }
}
