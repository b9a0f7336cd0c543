import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { newKey } from "./add-file";
import { incomingFolder } from "./receive-body";
import { storage } from "./storage";

/** Puts what `draw` writes to a path into storage and hands its key to `name`; drops it when that says it is not needed. */
export async function keepCopy(
  shopId: string,
  draw: (path: string) => Promise<unknown>,
  name: (key: string) => Promise<boolean>,
): Promise<void> {
  await mkdir(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), randomUUID());
  const key = newKey(shopId);
  let isNamed = false;
  try {
    await draw(path);
    await storage().put(key, path);
    isNamed = await name(key);
  } finally {
    await rm(path, { force: true });
    if (!isNamed) await storage().remove(key);
  }
}
