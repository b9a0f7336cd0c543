import "server-only";
import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { proof, proofVersion } from "@/db/schema/approvals";
import { file } from "@/db/schema/files";
import type { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { lockJob } from "../jobs/lock-job";
import { enqueue } from "../outbox/enqueue";
import { revokeApprovalLinks } from "../people/approval-links";
import type { NewProofVersionInput } from "./input";
import { type Proof, readProof, readVersions, tellOfVersion, type Version } from "./lock-version";
import { settleJobProofs } from "./settle-job-proofs";

type AddedVersion = { proofId: string; versionId: string; number: number };
type Job = typeof job.$inferSelect;

/**
 * Makes a file of a job the newest version of a proof, or the first of a new one. The versions before it are
 * superseded: their links end, and nobody can decide on them any more. The same file again is the same version.
 * Refuses a file that is not the job's, and a proof that was taken away.
 */
export async function addProofVersion(ctx: Context, input: NewProofVersionInput): Promise<AddedVersion> {
  authorize(ctx, "proofs.ask");
  return inTransaction(ctx, async (work) => {
    const owner = await lockJob(work, input.number);
    const drawn = await requireFile(work, owner.id, input.fileId);
    const title = input.title || drawn.name.replace(/\.[^.]+$/, "").slice(0, 120);
    const known = input.proofId
      ? await requireProof(work, owner.id, input.proofId)
      : await findTwin(work, owner.id, drawn.id, title);
    const versions = known ? await readVersions(work, known.id) : [];
    const [last] = versions;
    if (known && last?.fileId === drawn.id) {
      return { proofId: known.id, versionId: last.id, number: last.number };
    }
    const of = known ?? (await makeProof(work, owner.id, title));
    for (const older of versions) await supersede(work, { job: owner, proof: of, version: older });
    const number = (last?.number ?? 0) + 1;
    const [made] = await work.tx
      .insert(proofVersion)
      .values({
        shopId: ctx.shop.id,
        proofId: of.id,
        number,
        fileId: drawn.id,
        note: input.note,
        memberId: ctx.actor.kind === "member" ? ctx.actor.id : null,
        createdAt: ctx.now,
      })
      .returning({ id: proofVersion.id });
    const versionId = made?.id as string;
    await settleJobProofs(work, owner.id);
    await enqueue(work, "draw-proof", { shopId: ctx.shop.id, versionId });
    const version = { id: versionId, number };
    tellOfVersion(
      work,
      { job: owner, proof: of, version },
      { kind: "proof.added", after: { file: drawn.name } },
    );
    return { proofId: of.id, versionId, number };
  });
}

async function requireFile({ tx, shop }: WorkContext, jobId: string, fileId: string) {
  const [found] = await tx
    .select({ id: file.id, name: file.name })
    .from(file)
    .where(and(eq(file.shopId, shop.id), eq(file.jobId, jobId), eq(file.id, fileId), isNull(file.retiredAt)));
  if (!found) throw new Refusal("not-found", "That file is no longer on this job. Add it again.");
  return found;
}

async function requireProof(work: WorkContext, jobId: string, proofId: string): Promise<Proof> {
  const found = await readProof(work, proofId);
  if (!found || found.jobId !== jobId) throw new Refusal("not-found", "There is no such proof on this job.");
  if (found.retiredAt) throw new Refusal("gone", "This proof was taken away. Put it back first.");
  return found;
}

/** The proof that an earlier press of the same button made. */
async function findTwin({ tx, shop }: WorkContext, jobId: string, fileId: string, title: string) {
  const [found] = await tx
    .select({ proof })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, proofVersion.shopId), eq(proof.id, proofVersion.proofId)))
    .where(
      and(
        eq(proof.shopId, shop.id),
        eq(proof.jobId, jobId),
        eq(proof.title, title),
        isNull(proof.retiredAt),
        eq(proofVersion.fileId, fileId),
        ne(proofVersion.state, "superseded"),
      ),
    )
    .orderBy(desc(proof.createdAt))
    .limit(1);
  return found?.proof;
}

async function makeProof(work: WorkContext, jobId: string, title: string): Promise<Proof> {
  const [made] = await work.tx
    .insert(proof)
    .values({ shopId: work.shop.id, jobId, title, createdAt: work.now })
    .returning();
  return made as Proof;
}

async function supersede(work: WorkContext, older: { job: Job; proof: Proof; version: Version }) {
  const { id, state, version } = older.version;
  // What was withdrawn stays so: customers see superseded versions, but never what was taken back.
  if (state === "superseded" || state === "withdrawn") return;
  await work.tx
    .update(proofVersion)
    .set({ state: "superseded", version: version + 1 })
    .where(and(eq(proofVersion.shopId, work.shop.id), eq(proofVersion.id, id)));
  await revokeApprovalLinks(work, id);
  if (state === "draft") return;
  tellOfVersion(work, older, { kind: "proof.superseded", before: { state } });
}
