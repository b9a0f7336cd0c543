import "server-only";
import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { apiKey } from "@/db/schema/api";
import { member } from "@/db/schema/people";
import type { Scope } from "@/db/vocabulary";
import { authorize, inTransaction, type MemberContext } from "../context";
import { mayKeepKeys } from "./may-keep-keys";

/**
 * Only a live key lets anybody in: "stopped" while who made it is disabled or may make none; "revoked" is listed for
 * thirty days.
 */
export type KeyState = "live" | "stopped" | "expired" | "revoked";

export type ApiKeyLine = {
  id: string;
  name: string;
  /** The last four characters of the key. */
  ending: string;
  scopes: Scope[];
  madeBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  seenAt: Date | null;
  state: KeyState;
};

const showRevokedMs = 30 * 86_400_000;

/** The shop's keys for other programs, the newest first. */
export async function listApiKeys(ctx: MemberContext): Promise<ApiKeyLine[]> {
  authorize(ctx, "keys.manage");
  const shownSince = new Date(ctx.now.getTime() - showRevokedMs);
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({ key: apiKey, maker: member })
      .from(apiKey)
      .innerJoin(member, and(eq(member.shopId, apiKey.shopId), eq(member.id, apiKey.memberId)))
      .where(
        and(eq(apiKey.shopId, ctx.shop.id), or(isNull(apiKey.revokedAt), gt(apiKey.revokedAt, shownSince))),
      )
      .orderBy(desc(apiKey.createdAt), desc(apiKey.id)),
  );
  return rows.map(({ key, maker }) => ({
    id: key.id,
    name: key.name,
    ending: key.ending,
    scopes: key.scopes,
    madeBy: maker.name,
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    seenAt: key.seenAt,
    state: stateOf(key, maker, ctx.now),
  }));
}

type Key = typeof apiKey.$inferSelect;
type Maker = typeof member.$inferSelect;

function stateOf({ revokedAt, expiresAt }: Key, { disabledAt, role }: Maker, now: Date): KeyState {
  if (revokedAt) return "revoked";
  if (expiresAt && expiresAt <= now) return "expired";
  return disabledAt || !mayKeepKeys(role) ? "stopped" : "live";
}
