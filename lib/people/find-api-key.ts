import "server-only";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { apiKey } from "@/db/schema/api";
import type { Role, Scope } from "@/db/vocabulary";
import { database, inTransaction, type KeyContext, mintContext } from "../context";
import { keyPattern } from "./make-api-key";
import { mayKeepKeys } from "./may-keep-keys";
import { type ShopRow, shopOfRow } from "./shop-of-row";
import { hashToken } from "./tokens";

const touchAfterMs = 60_000;

type Proven = ShopRow & {
  key_id: string;
  key_name: string;
  scopes: Scope[];
  seen_at: string | null;
  maker_role: Role;
  shop_id: string;
};

/**
 * The context of whoever shows a live key, or null: no key of ours, revoked, past its day, or made by somebody who is
 * disabled or may make none any more.
 */
export async function findApiKey(shown: string, now = new Date()): Promise<KeyContext | null> {
  if (!keyPattern.test(shown)) return null;
  const [found] = await database().execute<Proven>(sql`
    select * from prove_api_key(${hashToken(shown)}, ${now.toISOString()})`);
  if (!found || !mayKeepKeys(found.maker_role)) return null;
  const ctx = mintContext({
    actor: { kind: "key" as const, id: found.key_id, name: found.key_name, scopes: found.scopes },
    shop: shopOfRow(found.shop_id, found),
    now,
  });
  if (!found.seen_at || now.getTime() - Date.parse(found.seen_at) > touchAfterMs) await touch(ctx);
  return ctx;
}

async function touch(ctx: KeyContext): Promise<void> {
  const notSince = new Date(ctx.now.getTime() - touchAfterMs);
  await inTransaction(ctx, ({ tx }) =>
    tx
      .update(apiKey)
      .set({ seenAt: ctx.now })
      .where(
        and(
          eq(apiKey.shopId, ctx.shop.id),
          eq(apiKey.id, ctx.actor.id),
          or(isNull(apiKey.seenAt), lt(apiKey.seenAt, notSince)),
        ),
      ),
  );
}
