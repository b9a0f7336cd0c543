import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { decision } from "@/db/schema/approvals";
import type { Verdict } from "@/db/vocabulary";
import type { AnyWork } from "../context";
import { type LockedVersion, tellOfVersion, writeVersion } from "./lock-version";

export type Decision = typeof decision.$inferSelect;

export type Decided = {
  decisionId: string;
  verdict: Verdict;
  reason: string;
  byName: string;
  at: string;
  /** An earlier press had already decided so: nothing was changed. */
  wasThere: boolean;
};

type Made = { verdict: Verdict; reason: string };
type By = Pick<Decision, "contactId" | "memberId" | "byName" | "byEmail" | "knownBy" | "address" | "device">;

/** Writes a decision for good and makes it the standing of its version, which the caller has locked and judged. */
export async function keepDecision(
  work: AnyWork,
  locked: LockedVersion,
  { verdict, reason }: Made,
  by: By,
): Promise<Decided> {
  const { job, proof, version } = locked;
  const [made] = await work.tx
    .insert(decision)
    .values({
      shopId: work.shop.id,
      jobId: job.id,
      proofId: proof.id,
      versionId: version.id,
      verdict,
      reason,
      at: work.now,
      ...by,
    })
    .returning();
  await writeVersion(work, locked, { state: verdict, decidedAt: work.now });
  tellOfVersion(work, locked, {
    kind: "proof.decided",
    before: { state: version.state },
    after: {
      decisionId: made?.id,
      verdict,
      reason,
      contactId: by.contactId,
      contact: by.byName,
      knownBy: by.knownBy,
    },
  });
  return decisionMade(made as Decision, false);
}

/** The decision that stands on a version, the last one made; null when there is none. */
export async function findDecision({ tx, shop }: AnyWork, versionId: string): Promise<Decision | null> {
  const [found] = await tx
    .select()
    .from(decision)
    .where(and(eq(decision.shopId, shop.id), eq(decision.versionId, versionId)))
    .orderBy(desc(decision.at))
    .limit(1);
  return found ?? null;
}

export const decisionMade = ({ id, verdict, reason, byName, at }: Decision, wasThere: boolean): Decided => ({
  decisionId: id,
  verdict,
  reason,
  byName,
  at: at.toISOString(),
  wasThere,
});
