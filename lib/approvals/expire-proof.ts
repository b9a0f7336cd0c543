import "server-only";
import { type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import type { Chore } from "../outbox/enqueue";
import { enqueue } from "../outbox/enqueue";
import { type LockedVersion, lockVersion, tellOfVersion, writeVersion } from "./lock-version";

/** Ends an asking whose time is over. One that was answered, changed or taken back meanwhile is left as it is. */
export async function expireProof(ctx: Context, told: Chore["expire-proof"]): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const locked = await findAsked(work, told);
    const expiresAt = locked?.version.expiresAt;
    if (!locked || !expiresAt) return;
    const early = expiresAt.getTime() - ctx.now.getTime();
    if (early > 0) return enqueue(work, "expire-proof", told, { afterSeconds: Math.ceil(early / 1000) + 1 });
    await writeVersion(work, locked, { state: "expired" });
    tellOfVersion(work, locked, { kind: "proof.expired" });
  });
}

/** The version of a chore, locked, if that same asking still waits; null when it is over or gone. */
export async function findAsked(
  work: WorkContext,
  { versionId, askedAt }: { versionId: string; askedAt: string },
): Promise<LockedVersion | null> {
  const locked = await lockVersion(work, versionId).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  const isSame = locked?.version.askedAt?.toISOString() === askedAt;
  return isSame && locked.version.state === "waiting" ? locked : null;
}
