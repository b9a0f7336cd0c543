import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { proofPage } from "@/db/schema/approvals";
import { file } from "@/db/schema/files";
import { importRun } from "@/db/schema/imports";
import { type Context, inTransaction, type WorkContext } from "../context";
import { incomingFolder } from "./receive-body";
import { storage } from "./storage";

const waitMs = 24 * 60 * 60 * 1000;
const atOnce = 500;

/**
 * Lets go of what nobody will ask for again, a day old at least: a shop's uploads that no job took, bytes that no
 * file and no import names, and uploads that a crash cut off. Returns how many of each.
 */
export async function sweepFiles(ctx: Context): Promise<{ unclaimed: number; unnamed: number }> {
  const before = new Date(ctx.now.getTime() - waitMs);
  const unclaimed = await inTransaction(ctx, ({ tx }) =>
    tx
      .delete(file)
      .where(
        and(
          eq(file.shopId, ctx.shop.id),
          isNull(file.jobId),
          isNull(file.customerId),
          lt(file.createdAt, before),
        ),
      )
      .returning({ id: file.id }),
  );
  const unnamed = await sweepStorage(ctx, before);
  await sweepIncoming(before);
  return { unclaimed: unclaimed.length, unnamed };
}

async function sweepStorage(ctx: Context, before: Date): Promise<number> {
  let swept = 0;
  let old: string[] = [];
  for await (const { key, putAt } of storage().list()) {
    if (key.startsWith(`${ctx.shop.id}/`) && putAt < before) old.push(key);
    if (old.length < atOnce) continue;
    swept += await removeUnnamed(ctx, old);
    old = [];
  }
  return swept + (await removeUnnamed(ctx, old));
}

async function removeUnnamed(ctx: Context, keys: string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const inUse = await inTransaction(ctx, (work) => readNamed(work, keys));
  const gone = keys.filter((key) => !inUse.has(key));
  for (const key of gone) await storage().remove(key);
  return gone.length;
}

/** Those of the keys that a file, a page of a proof or an import goes by. */
async function readNamed({ tx, shop }: WorkContext, keys: string[]): Promise<Set<string | null>> {
  const files = await tx
    .select({ whole: file.storageKey, small: file.thumbnailKey, shared: file.sharedKey })
    .from(file)
    .where(
      and(
        eq(file.shopId, shop.id),
        or(inArray(file.storageKey, keys), inArray(file.thumbnailKey, keys), inArray(file.sharedKey, keys)),
      ),
    );
  const pages = await tx
    .select({ whole: proofPage.storageKey, small: proofPage.smallKey })
    .from(proofPage)
    .where(
      and(
        eq(proofPage.shopId, shop.id),
        or(inArray(proofPage.storageKey, keys), inArray(proofPage.smallKey, keys)),
      ),
    );
  const sheets = await tx
    .select({ whole: importRun.storageKey })
    .from(importRun)
    .where(and(eq(importRun.shopId, shop.id), inArray(importRun.storageKey, keys)));
  return new Set([...files, ...pages, ...sheets].flatMap((one) => Object.values(one)));
}

async function sweepIncoming(before: Date): Promise<void> {
  for (const name of await readdir(incomingFolder()).catch(() => [])) {
    const path = join(incomingFolder(), name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtime < before) await rm(path, { force: true });
  }
}
