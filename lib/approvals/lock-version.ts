import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { proof, proofVersion } from "@/db/schema/approvals";
import type { job } from "@/db/schema/jobs";
import type { AnyWork } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { lockJobById } from "./lock-job-by-id";
import { settleJobProofs } from "./settle-job-proofs";

type Job = typeof job.$inferSelect;
export type Proof = typeof proof.$inferSelect;
export type Version = typeof proofVersion.$inferSelect;
export type LockedVersion = { job: Job; proof: Proof; version: Version; newestNumber: number };

/**
 * A version with its proof and job, the job's row locked: whatever changes a job's proofs takes turns there. With a
 * customerId, that customer's alone. Refuses when there is none, or proof or job were taken away.
 */
export async function lockVersion(
  work: AnyWork,
  versionId: string,
  { customerId }: { customerId?: string } = {},
): Promise<LockedVersion> {
  const [found] = await work.tx
    .select({ jobId: proof.jobId, proofId: proof.id })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, proofVersion.shopId), eq(proof.id, proofVersion.proofId)))
    .where(and(eq(proofVersion.shopId, work.shop.id), eq(proofVersion.id, versionId)));
  if (!found) throw notThere();
  const owner = await lockJobById(work, found.jobId, customerId);
  const of = await readProof(work, found.proofId);
  const versions = await readVersions(work, found.proofId);
  const version = versions.find((one) => one.id === versionId);
  const [newest] = versions;
  if (!of || of.retiredAt || !version || !newest) throw notThere();
  return { job: owner, proof: of, version, newestNumber: newest.number };
}

const notThere = () => new Refusal("not-found", "There is no such proof.");

/** A proof's row, taken away or not. */
export async function readProof({ tx, shop }: AnyWork, proofId: string): Promise<Proof | undefined> {
  const [found] = await tx
    .select()
    .from(proof)
    .where(and(eq(proof.shopId, shop.id), eq(proof.id, proofId)));
  return found;
}

/** A proof's versions, newest first. */
export function readVersions({ tx, shop }: AnyWork, proofId: string): Promise<Version[]> {
  return tx
    .select()
    .from(proofVersion)
    .where(and(eq(proofVersion.shopId, shop.id), eq(proofVersion.proofId, proofId)))
    .orderBy(desc(proofVersion.number));
}

/** Refuses what was done from an older state of the asking. */
export function refuseStale({ version }: LockedVersion, seen: number): void {
  if (version.version === seen) return;
  throw new Refusal("stale", "This proof changed meanwhile. Look at it as it is now, then decide again.", {
    state: version.state,
    version: version.version,
  });
}

type Told = { kind: string; before?: Record<string, unknown>; after?: Record<string, unknown> };

/** Writes a locked version's new standing, counts it, and settles its job. Resolves to the new count. */
export async function writeVersion(
  work: AnyWork,
  { job: owner, version }: LockedVersion,
  fields: Partial<Version>,
): Promise<number> {
  const next = version.version + 1;
  await work.tx
    .update(proofVersion)
    .set({ ...fields, version: next })
    .where(and(eq(proofVersion.shopId, work.shop.id), eq(proofVersion.id, version.id)));
  await settleJobProofs(work, owner.id);
  return next;
}

/** Tells what happened to a version: every proof event names the proof, the version and its number. */
export function tellOfVersion(
  work: AnyWork,
  { job: owner, proof: of, version }: Pick<LockedVersion, "job" | "proof"> & { version: VersionName },
  { kind, before, after }: Told,
): void {
  recordEvent(work, {
    kind,
    subjectId: of.id,
    jobId: owner.id,
    customerId: owner.customerId,
    before,
    after: { proof: of.title, proofId: of.id, versionId: version.id, version: version.number, ...after },
  });
}

type VersionName = Pick<Version, "id" | "number">;
