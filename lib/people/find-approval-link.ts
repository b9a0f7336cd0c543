import "server-only";
import { sql } from "drizzle-orm";
import type { ProofState } from "@/db/vocabulary";
import { database, type LinkContext, mintContext, type Shop } from "../context";
import { linkToken } from "./input";
import { type ShopRow, shopOfRow } from "./shop-of-row";
import { hashToken } from "./tokens";

export type FoundLink =
  | { state: "live"; ctx: LinkContext }
  | {
      state: "ended" | "revoked";
      shop: Shop;
      linkId: string;
      /** What became of the version it was for. */
      versionState: ProofState;
      /** Where a fresh link would go: "a…@example.com"; null when none would be sent. */
      freshTo: string | null;
    };

type Found = ShopRow & {
  link_id: string;
  version_id: string;
  ends_at: string;
  revoked_at: string | null;
  version_state: ProofState;
  contact_id: string;
  customer_id: string;
  contact_name: string;
  email: string;
  /** Whether its holder may still decide at all. */
  is_let_in: boolean;
  /** Whether that proof waits for them now, in this version or a newer one. */
  is_asked_still: boolean;
  shop_id: string;
};

/**
 * What an approval link opens: its one decision, or why it no longer does; null for a text that never was a link.
 * Looking at it changes nothing.
 */
export async function findApprovalLink(token: string, now = new Date()): Promise<FoundLink | null> {
  if (!linkToken.safeParse(token).success) return null;
  const [link] = await database().execute<Found>(sql`select * from find_approval_link(${hashToken(token)})`);
  if (!link) return null;
  const shop = shopOfRow(link.shop_id, link);
  if (link.is_let_in && !link.revoked_at && Date.parse(link.ends_at) > now.getTime()) {
    const { contact_id: id, customer_id: customerId, version_id: versionId, link_id: linkId } = link;
    const actor = { kind: "link" as const, id, customerId, versionId, linkId };
    const { contact_name: name, email } = link;
    return { state: "live", ctx: mintContext({ actor: { ...actor, name, email }, shop, now }) };
  }
  return {
    state: link.revoked_at || !link.is_let_in ? "revoked" : "ended",
    shop,
    linkId: link.link_id,
    versionState: link.version_state,
    freshTo: link.is_let_in && link.is_asked_still ? masked(link.email) : null,
  };
}

function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${host}`;
}
