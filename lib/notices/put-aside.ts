import "server-only";
import { isBroken } from "@/db/client";
import { message } from "@/db/schema/messages";
import type { SystemActor, WorkContext } from "../context";
import type { News } from "./tell-customers";

const mostLetters = 300;

/** Somebody's change of which no mail could be written, with what stood in the way as its cause. */
export class Untold extends Error {
  constructor(
    readonly seq: number,
    cause: unknown,
  ) {
    super(`event ${seq} could not be told`, { cause });
  }

  /** The innermost cause: those around it repeat statements and their values. */
  get reason(): string {
    let inner: unknown = this.cause;
    while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
    return (inner instanceof Error ? inner.message : String(inner)).slice(0, mostLetters);
  }
}

/** SQLSTATE classes of trouble that passes by itself: connection, rollback, room, locks, operator, system. */
const passing = /^(08|40|53|55|57|58)/;

/** Whether what failed may well go through later: a full disk or a lost connection is no fault of the event's. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return isBroken(error) || (code !== undefined && passing.test(code)) || isPassing(error.cause);
}

/** Keeps on record, among the mails that failed, that nobody was told of a change, and why. */
export async function putAside(work: WorkContext<SystemActor>, news: News, reason: string): Promise<void> {
  // By its kind alone: what it says may be what could not be told.
  const did = `${news.kind.replaceAll(/[.-]/g, " ")} by ${news.actorName}`;
  await work.tx
    .insert(message)
    .values({
      shopId: work.shop.id,
      onceKey: `put-aside:${news.seq}`,
      kind: "put-aside",
      toAddress: "",
      subject: `Not told: ${did}`,
      text: `No mail was written about this, and the mails after it went on: ${did}.`,
      html: "",
      state: "failed",
      error: `Coatyard could not write this mail: ${reason}`,
      customerId: news.customerId,
      jobId: news.jobId,
      createdAt: work.now,
    })
    .onConflictDoNothing();
}
