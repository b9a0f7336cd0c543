import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { proof, proofPage, proofVersion } from "@/db/schema/approvals";
import { file } from "@/db/schema/files";
import { job } from "@/db/schema/jobs";
import { type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { newKey } from "../files/add-file";
import { incomingFolder } from "../files/receive-body";
import { storage } from "../files/storage";
import { drawPages } from "./draw-pages";
import type { OneVersionInput } from "./input";
import { tellOfVersion } from "./lock-version";

type Kept = Omit<typeof proofPage.$inferInsert, "shopId" | "versionId">;

/**
 * Draws the pages of a version, once, and keeps them; of what cannot be drawn it keeps the reason. A version that is
 * gone needs none.
 */
export async function drawProof(ctx: Context, { versionId }: OneVersionInput): Promise<void> {
  const undrawn = await inTransaction(ctx, (work) => findUndrawn(work, versionId));
  if (!undrawn) return;
  const kept: Kept[] = [];
  let isNamed = false;
  try {
    const problem = await keepPages(ctx, undrawn.file, kept);
    const isFirst = await inTransaction(ctx, (work) =>
      namePages(work, versionId, problem ? [] : kept, problem),
    );
    isNamed = isFirst && problem === "";
  } finally {
    if (!isNamed)
      await Promise.all(kept.flatMap(({ storageKey, smallKey }) => [drop(storageKey), drop(smallKey)]));
  }
}

const drop = (key: string) => storage().remove(key);

async function findUndrawn({ tx, shop }: WorkContext, versionId: string) {
  const [found] = await tx
    .select({
      file: { storageKey: file.storageKey, contentType: file.contentType },
      version: proofVersion,
      proof,
      job,
    })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
    .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
    .innerJoin(file, and(eq(file.shopId, shop.id), eq(file.id, proofVersion.fileId)))
    .where(and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, versionId)))
    .for("update", { of: proofVersion });
  const isDrawn = !found || found.version.pages !== null || found.version.problem !== "";
  return isDrawn ? null : found;
}

/** Puts the pages into storage one after another, so that only one is held; resolves to why there are none, or "". */
async function keepPages(
  ctx: Context,
  { storageKey, contentType }: { storageKey: string; contentType: string },
  kept: Kept[],
): Promise<string> {
  try {
    const bytes = await readKept(storageKey);
    for await (const { number, picture, small, width, height } of drawPages(bytes, contentType)) {
      const keys = { storageKey: newKey(ctx.shop.id), smallKey: newKey(ctx.shop.id) };
      kept.push({ number, width, height, ...keys });
      await put(keys.storageKey, picture);
      await put(keys.smallKey, small);
    }
    return "";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function readKept(key: string): Promise<Buffer> {
  return storage()
    .read(key)
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      throw new Refusal("gone", "This file is missing in the shop's storage.");
    });
}

async function put(key: string, bytes: Buffer): Promise<void> {
  await mkdir(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), randomUUID());
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    await storage().put(key, path);
  } finally {
    await rm(path, { force: true });
  }
}

/** False when another worker's pages were there first. */
async function namePages(
  work: WorkContext,
  versionId: string,
  pages: Kept[],
  problem: string,
): Promise<boolean> {
  const found = await findUndrawn(work, versionId);
  if (!found) return false;
  const { tx, shop } = work;
  if (pages.length > 0) {
    await tx.insert(proofPage).values(pages.map((page) => ({ ...page, shopId: shop.id, versionId })));
  }
  await tx
    .update(proofVersion)
    .set(problem ? { problem } : { pages: pages.length })
    .where(and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, versionId)));
  tellOfVersion(work, found, { kind: "proof.drawn", after: problem ? { problem } : { pages: pages.length } });
  return true;
}
