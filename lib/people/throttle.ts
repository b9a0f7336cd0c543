import "server-only";
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { eq, sql } from "drizzle-orm";
import { throttle } from "@/db/schema/people";
import { database } from "../context";
import { Refusal } from "../errors";

export type Limit = { tries: number; seconds: number };
type Taken = { tries: number; resetsAt: Date };

/** Counts one try of a key in its window and answers how many there were. One statement, so tries in parallel all count. */
export async function countTry(key: string, seconds: number, now = new Date()): Promise<Taken> {
  const resetsAt = new Date(now.getTime() + seconds * 1000);
  const isOver = sql`${throttle.resetsAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await database()
    .insert(throttle)
    .values({ key, tries: 1, resetsAt })
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        tries: sql`case when ${isOver} then 1 else ${throttle.tries} + 1 end`,
        resetsAt: sql`case when ${isOver} then excluded.resets_at else ${throttle.resetsAt} end`,
      },
    })
    .returning({ tries: throttle.tries, resetsAt: throttle.resetsAt });
  return row as Taken;
}

/** Counts one try and refuses with "too-many" past the limit, saying for how many seconds. */
export async function takeTry(key: string, limit: Limit, now = new Date()): Promise<void> {
  const { tries, resetsAt } = await countTry(key, limit.seconds, now);
  if (tries > limit.tries) throw tooMany(resetsAt, now);
}

/** The tries counted so far in a window that still runs. */
export async function triesOf(key: string, now = new Date()): Promise<number> {
  const [row] = await database().select().from(throttle).where(eq(throttle.key, key));
  return row && row.resetsAt > now ? row.tries : 0;
}

/** Forgets the tries of a key, after one of them was right. */
export async function forgetTries(key: string): Promise<void> {
  await database().delete(throttle).where(eq(throttle.key, key));
}

/** Takes back one try that turned out right. */
export async function giveBackTry(key: string): Promise<void> {
  await database()
    .update(throttle)
    .set({ tries: sql`greatest(${throttle.tries} - 1, 0)` })
    .where(eq(throttle.key, key));
}

export function tooMany(resetsAt: Date, now: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
  const wait = seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new Refusal("too-many", `Too many tries. Wait ${wait} and try again.`, {
    retryAfterSeconds: seconds,
  });
}

/** What is counted, without keeping the address or e-mail itself. An IPv6 network of one home or office counts as one. */
export function throttleKey(what: string, ...parts: string[]): string {
  const hash = createHash("sha256").update(parts.join("\n")).digest("base64url");
  return `${what}:${hash}`;
}

export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const middle = address.includes("::") ? Array(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((one) => Number.parseInt(one, 16).toString(16))
    .join(":");
}
