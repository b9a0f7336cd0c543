import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type LinkKind, link } from "@/db/schema/people";
import { database } from "../context";
import { Refusal } from "../errors";
import { hashToken } from "./tokens";

export type Link = typeof link.$inferSelect;

const live = (kind: LinkKind, token: string, now: Date) =>
  and(eq(link.tokenHash, hashToken(token)), eq(link.kind, kind), isNull(link.usedAt), gt(link.endsAt, now));

/** The link of a token while it still works, or null. Looking at it uses nothing up. */
export async function findLink(kind: LinkKind, token: string, now = new Date()): Promise<Link | null> {
  const [found] = await database()
    .select()
    .from(link)
    .where(live(kind, token, now));
  return found ?? null;
}

/** Uses a link up, in the caller's transaction. Refuses one that was used, revoked or is too old: of two at once, one. */
export async function takeLink(
  tx: Pick<Database, "update">,
  kind: LinkKind,
  token: string,
  now = new Date(),
): Promise<Link> {
  const [taken] = await tx
    .update(link)
    .set({ usedAt: now })
    .where(live(kind, token, now))
    .returning();
  if (!taken) {
    throw new Refusal("gone", "This link was used already or is too old. Ask for a new one.");
  }
  return taken;
}
