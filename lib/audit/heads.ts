import "server-only";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env";
import type { Head } from "./chain.mjs";

const folder = () => join(env().COATYARD_DATA, "audit-heads");
const placeOf = (shopId: string) => join(folder(), `${shopId}.json`);

/** The newest seal of a shop as it was noted outside the database, so that a history cut short is found; null where none was. */
export async function readHead(shopId: string): Promise<Head | null> {
  try {
    return JSON.parse(await readFile(placeOf(shopId), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export async function keepHead(shopId: string, { number, toSeq, mac }: Head): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const draft = `${placeOf(shopId)}.${process.pid}.new`;
  await writeFile(draft, JSON.stringify({ number, toSeq, mac }), { mode: 0o600 });
  await rename(draft, placeOf(shopId));
}
