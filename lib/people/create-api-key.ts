import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { apiKey } from "@/db/schema/api";
import { authorize, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { NewApiKeyInput } from "./input";
import { makeApiKey } from "./make-api-key";
import { hashToken } from "./tokens";

const mostKeys = 50;

/** Makes a key for another program and answers it this once. Refuses more than fifty live ones. */
export async function createApiKey(
  ctx: MemberContext,
  { name, scopes, days }: NewApiKeyInput,
): Promise<{ id: string; key: string }> {
  authorize(ctx, "keys.manage");
  return inTransaction(ctx, async (work) => {
    const [live] = await work.tx
      .select({ number: count() })
      .from(apiKey)
      .where(and(eq(apiKey.shopId, ctx.shop.id), isNull(apiKey.revokedAt)));
    if ((live?.number ?? 0) >= mostKeys) {
      throw new Refusal("conflict", `A shop has at most ${mostKeys} keys. Revoke one that nothing uses.`);
    }
    const key = makeApiKey();
    const expiresAt = days === null ? null : new Date(ctx.now.getTime() + days * 86_400_000);
    const [made] = await work.tx
      .insert(apiKey)
      .values({
        shopId: ctx.shop.id,
        name,
        tokenHash: hashToken(key),
        ending: key.slice(-4),
        scopes: [...new Set(scopes)],
        memberId: ctx.actor.id,
        createdAt: ctx.now,
        expiresAt,
      })
      .returning({ id: apiKey.id });
    const id = made?.id as string;
    recordEvent(work, { kind: "key.created", subjectId: id, after: { key: name, scopes, expiresAt } });
    return { id, key };
  });
}
