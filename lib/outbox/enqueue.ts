import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { WorkContext } from "../context";
import { boss } from "./boss";

/** Background work by name, and what each is told: ids only, the worker reads the rest through the shop's own wall. */
export type Chore = {
  "send-message": { shopId: string; messageId: string };
  /** Belongs to no shop yet: whose it is the worker finds out. */
  "mail-reset": { requestId: string; email: string };
  /** Belongs to no shop yet either. */
  "mail-portal-link": { requestId: string; email: string; next: string };
  "mail-fresh-link": { shopId: string; requestId: string; linkId: string };
  "make-thumbnail": { shopId: string; fileId: string };
  "make-shared-copy": { shopId: string; fileId: string };
  "run-import": { shopId: string; runId: string };
  "undo-import": { shopId: string; runId: string };
  /** Comes by itself when one of the two was given up after its last try. */
  "fail-import": { shopId: string; runId: string };
  "draw-proof": { shopId: string; versionId: string };
  /** Of one asking, which askedAt names: of a later one it is not told. */
  "remind-proof": { shopId: string; versionId: string; askedAt: string; reminder: number };
  "expire-proof": { shopId: string; versionId: string; askedAt: string };
  /** Of the event with that number; by then it may no longer be so. */
  "tell-of-job": { shopId: string; jobId: string; kind: "job-received" | "job-ready"; seq: number };
  "make-demo": { shopId: string };
};

/**
 * Hands work to the worker in the caller's transaction: it happens when that commits, and not when it rolls back.
 * With afterSeconds, no sooner than that.
 */
export async function enqueue<N extends keyof Chore>(
  ctx: Pick<WorkContext, "tx">,
  name: N,
  told: Chore[N],
  { afterSeconds = 0 } = {},
): Promise<void> {
  await (await boss()).send(name, told, { db: fromDrizzle(ctx.tx, sql), startAfter: afterSeconds });
}
