import { brokenChains } from "../lib/audit/chain.mjs";
import { timeOfId, WINDOW_MS } from "./backup-rules.mjs";
import { connectPostgres } from "./connect-postgres.mjs";
import { piecesFrom, readPiece } from "./keep-wal.mjs";
import { openRestoredCopy, removeCopy } from "./restored-copy.mjs";
import { Damaged } from "./sealed-file.mjs";
import { namedFiles, sumTables } from "./sum-tables.mjs";
import { reachOf, sumOfFile } from "./take-backup.mjs";

/**
 * Proves a backup by starting a restored copy beside everything else: each table must hold the rows it was counted with, each file the
 * bytes it was kept with, and the history's chain must hold. Writes down what it found. `problems` is empty when the backup is good.
 *
 * @param {{ store: any, id: string, scratch: string, onStep?: (step: string) => void }} told
 */
export async function proveBackup({ store, id, scratch, onStep = () => {} }) {
  const began = Date.now();
  const problems = [];
  let found = { tables: 0, rows: 0, files: 0, restoreSeconds: 0 };
  try {
    const manifest = await store.readManifest(id);
    const copy = await openRestoredCopy({
      store,
      manifest,
      place: scratch,
      target: { lsn: manifest.point.lsn },
      isScratch: true,
      onStep,
    });
    const restoreSeconds = (Date.now() - began) / 1000;
    onStep("Comparing");
    try {
      const compared = await compareDatabase(copy, manifest, await manifestBefore(store, id));
      problems.push(...compared.problems);
      found = { ...found, ...compared.counts, restoreSeconds };
    } finally {
      await copy.stop();
    }
    const files = await compareFiles(store, manifest);
    problems.push(...files.problems);
    found.files = files.count;
  } catch (error) {
    if (!(error instanceof Damaged) && error.name !== "CannotStart" && !error.severity) throw error;
    problems.push(error.message);
  } finally {
    await removeCopy(scratch);
  }
  const proof = {
    id,
    provenAt: new Date().toISOString(),
    seconds: (Date.now() - began) / 1000,
    ...found,
    problems,
  };
  await store.sealProof(id, proof);
  return proof;
}

/** That of the backup before, whose heads the history must still go through. */
async function manifestBefore(store, id) {
  const older = store.ids().findLast((one) => one < id);
  return older ? store.readManifest(older).catch(() => null) : null;
}

async function compareDatabase({ superuserUrl }, manifest, before) {
  const sql = connectPostgres(superuserUrl);
  try {
    const tables = await sumTables(sql);
    const problems = differences(manifest.tables, tables);
    const known = new Set([...manifest.files.map(([key]) => key), ...manifest.missing]);
    for (const key of await namedFiles(sql))
      if (!known.has(key)) problems.push(`no copy was made of the file ${key}`);
    const heads = [manifest.heads, ...(before ? [before.heads] : [])];
    problems.push(...(await brokenChains(sql, { key: manifest.auditKey, heads })));
    const rows = Object.values(tables).reduce((sum, one) => sum + one.rows, 0);
    return { problems, counts: { tables: Object.keys(tables).length, rows } };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function differences(expected, found) {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    const [one, other] = [expected[name], found[name]];
    if (one?.rows === other?.rows && one?.sum === other?.sum) return [];
    if (!one || !other) return [`the table ${name} is only in ${one ? "the shop" : "the copy"}`];
    if (one.rows !== other.rows) return [`the table ${name} has ${other.rows} rows for ${one.rows}`];
    return [`the table ${name} has other rows`];
  });
}

async function compareFiles(store, manifest) {
  const problems = [];
  for (const [key, bytes, sum] of manifest.files) {
    try {
      const [length, found] = await sumOfFile(store, key);
      if (length !== bytes || found !== sum) problems.push(`the file ${key} is another one`);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      problems.push(error.message);
    }
  }
  return { problems, count: manifest.files.length };
}

/**
 * Reads all of a backup again without starting it, and the log that leads from it to the next: what rot and meddling would have changed.
 * Returns what is wrong.
 */
export async function readAgain({ store, id }) {
  const problems = [];
  const manifest = await tried(problems, () => store.readManifest(id));
  if (!manifest) return problems;
  await tried(problems, async () => {
    for await (const _ of store.readBase(id));
  });
  await tried(problems, () => readLog(store, manifest));
  problems.push(...(await compareFiles(store, manifest)).problems);
  return problems;
}

async function readLog(store, manifest) {
  const next = store.ids().find((id) => id > manifest.id);
  const after = next && (await store.readManifest(next));
  const isFresh = Date.now() - timeOfId(manifest.id).getTime() < WINDOW_MS;
  const reach = after?.isCarriedOn && isFresh ? { ...manifest, point: after.point } : manifest;
  for (const piece of piecesFrom(store.pieces(), reachOf(reach))) await readPiece(store, piece);
}

async function tried(problems, read) {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Damaged) && !/^Z_/.test(error.code ?? "")) throw error;
    problems.push(error.message);
    return null;
  }
}
