import { fork, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf } from "../db/seed/seeded-random";
import { brokenChains } from "../lib/audit/chain.mjs";
import { backupAlarm, backupStatus } from "../lib/backups/backup-standing";
import { openBackedUpShop } from "../lib/testing/backed-up-shop";
import { isSoak, rounds } from "../lib/testing/rounds";
import { openBackupStore } from "./backup-store.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";
import { keepBackups } from "./keep-backups.mjs";
import { keepWal, piecesFrom } from "./keep-wal.mjs";
import { makeBackup, sweepScratch } from "./make-backup.mjs";
import { packFolder, unpackFolder } from "./pack-folder.mjs";
import { proveBackup, readAgain } from "./prove-backup.mjs";
import { restoreShop } from "./restore-shop.mjs";
import { reachOf } from "./take-backup.mjs";

const patience = { timeout: isSoak ? 3_600_000 : 90_000 };
const project = resolve(import.meta.dirname, "..");
const chance = chanceOf("backups");
let at: Awaited<ReturnType<typeof openBackedUpShop>>;
let made: Awaited<ReturnType<typeof makeBackup>>;
let id: string;

beforeAll(async () => {
  at = await openBackedUpShop();
  for (let n = 0; n < 5; n++) await at.addFile();
  await at.sql`create table note (n int)`;
  let isWriting = true;
  const writing = (async () => {
    for (let n = 1; isWriting; n++) {
      await at.sql`insert into note values (${n})`;
      await pause(5);
    }
  })();
  made = await makeBackup({ ...at, superuserUrl: at.server.superuserUrl });
  isWriting = false;
  await writing;
  id = made.proof.id;
}, 120_000);
afterAll(() => at.close());

/** Brings the shop back into a folder of its own and says which notes it holds there. */
async function restoredNotes(name: string, told: { at?: Date; isReplacing?: boolean } = {}) {
  const dataPath = join(at.place, name);
  const done = await restoreShop({ dataPath, store: at.store, ...told });
  const folder = openDataFolder(dataPath);
  const server = await joinEmbeddedPostgres(folder);
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    return { done, folder, notes: (await sql`select n from note order by n`).map((one) => one.n) };
  } finally {
    await sql.end();
    await server.release();
  }
}

test("SECURITY backup: a backup is proven by a restored copy while the shop goes on", () => {
  expect(made.proof).toMatchObject({ problems: [], files: 5 });
  expect(made.proof.rows).toBeGreaterThan(300);
  expect(made.proof.tables).toBeGreaterThan(40);
  expect(made.damaged).toEqual([]);
  expect(existsSync(join(at.folder.path, "proof.new"))).toBe(false);
});

test("SECURITY 38: what a backup holds can be read with its key alone", async () => {
  const stored = readdirSync(at.store.path, { recursive: true, encoding: "utf8" })
    .map((name) => join(at.store.path, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "latin1"))
    .join("");
  const { superuserPassword, backupKey } = at.folder.secrets;
  for (const secret of [superuserPassword, backupKey, "Quillback", "Customer 7"])
    expect(stored).not.toContain(secret);
  expect(() => openBackupStore(at.store.path, "another key")).toThrow(/made with another key/);
});

test("SECURITY 36: a backup keeps the head of the history, and a history that was changed does not prove good", async () => {
  const { auditKey: key, heads } = await at.store.readManifest(id);
  expect(heads[at.shopId]).toMatchObject({ number: 1, toSeq: 40 });
  expect(await brokenChains(at.sql, { key, heads: [heads] })).toEqual([]);
  await at.sql`update event set actor_name = 'Nobody' where seq = 7`;
  const told = "the history of Quillback Powder Coating does not hold: event 7 is not as it was written";
  expect(await brokenChains(at.sql, { key, heads: [heads] })).toEqual([told]);
  await at.sql`update event set actor_name = 'Test' where seq = 7`;
  const kept = await at.sql`delete from event_seal returning *`;
  expect((await brokenChains(at.sql, { key, heads: [heads] })).join()).toMatch(/the end of it is gone/);
  await at.sql`insert into event_seal ${at.sql(kept)}`;
});

type Planted = { what: string; undo: () => void };

/** Spoils one thing of the backup as a disk, a hand or a bad copy would. */
function plant(pieces: string[]): Planted {
  const files = at.store.fileKeys().map((key) => `files/${key}.sealed`);
  const sealed = [`base/${id}/base.sealed`, `base/${id}/manifest.sealed`, ...files, ...pieces];
  const name = chance.pick(sealed);
  const path = join(at.store.path, name);
  const before = readFileSync(path);
  const undo = () => writeFileSync(path, before);
  const kind = chance.pick(["flipped", "cut", "gone", "longer", "emptied", "of another"] as const);
  const place = chance.whole(0, before.length - 1);
  if (kind === "flipped") {
    const after = Buffer.from(before);
    after[place] = (after[place] as number) ^ (1 << chance.whole(0, 7));
    writeFileSync(path, after);
  } else if (kind === "cut") writeFileSync(path, before.subarray(0, place));
  else if (kind === "gone") rmSync(path);
  else if (kind === "longer") writeFileSync(path, Buffer.concat([before, Buffer.from([0])]));
  else if (kind === "emptied") writeFileSync(path, "");
  else
    writeFileSync(path, readFileSync(join(at.store.path, chance.pick(sealed.filter((one) => one !== name)))));
  return { what: `${kind}: ${name}`, undo };
}

test(
  `SECURITY backup: ${rounds(50, 10)} of ${rounds(50, 10)} planted corruptions are found`,
  patience,
  async () => {
    const unseen: string[] = [];
    const needed = piecesFrom(at.store.pieces(), reachOf(await at.store.readManifest(id)));
    expect(await readAgain({ store: at.store, id })).toEqual([]);
    for (let round = 0; round < rounds(50, 10); round++) {
      const { what, undo } = plant(needed.map((one) => `wal/${one.name}`));
      if ((await readAgain({ store: at.store, id })).length === 0) unseen.push(what);
      undo();
    }
    expect(unseen).toEqual([]);
    expect(await readAgain({ store: at.store, id })).toEqual([]);
  },
);

test(
  "SECURITY backup: a copy that was spoiled before it was sealed does not prove good",
  patience,
  async () => {
    const [{ path } = { path: "" }] = await at.sql`select pg_relation_filepath('customer') as path`;
    const store = openBackupStore(join(at.place, "spoiled"), at.folder.secrets.backupKey);
    const loose = join(at.place, "loose");
    const copyPiece = async (piece: never) => store.sealPiece(piece, at.store.readPiece(piece));
    for (const piece of at.store.pieces()) await copyPiece(piece as never);
    await unpackFolder(at.store.readBase(id), loose);
    const heap = readFileSync(join(loose, path));
    heap[4_000] = (heap[4_000] as number) ^ 1;
    writeFileSync(join(loose, path), heap);
    await store.sealBase(id, packFolder(loose, { skip: () => false }));
    await store.sealManifest(id, { ...(await at.store.readManifest(id)), files: [], missing: [] });
    readdirSync(store.at("base")).forEach((name) => {
      mkdirSync(store.at("base", id), { recursive: true });
      for (const one of readdirSync(store.at("base", name)))
        writeFileSync(store.at("base", id, one), readFileSync(store.at("base", name, one)));
    });
    const { problems } = await proveBackup({ store, id, scratch: join(at.place, "scratch") });
    expect(problems.join()).toMatch(/invalid page|checksum/);
  },
);

test(
  "brings the shop back as it was at a moment, and at the end in the place of another that is kept aside",
  patience,
  async () => {
    const before = await at.sql`select n from note order by n`;
    await pause(20);
    const moment = new Date();
    await pause(20);
    await at.sql`insert into note values (-1)`;
    const late = await at.addFile();
    await at.store.sealFile(late, [readFileSync(join(at.folder.files, "kept", late))]);
    await keepWal({ superuserUrl: at.server.superuserUrl, pg: at.folder.pg, store: at.store });

    fakeShop("now");
    const then = await restoredNotes("then", { at: moment });
    expect(then.notes).toEqual(before.map((one) => one.n));
    expect(then.done).toMatchObject({ backupId: id, files: 5, missing: [], problems: [], aside: null });

    const now = await restoredNotes("now", { isReplacing: true });
    expect(states(now.done.aside as string)).toEqual(["old", "old", "old"]);
    expect(now.notes).toEqual([-1, ...then.notes]);
    expect(now.done).toMatchObject({ files: 6, missing: [] });
    const kept = readFileSync(join(now.folder.files, "kept", late));
    expect(kept.equals(readFileSync(join(at.folder.files, "kept", late)))).toBe(true);
    expect(now.folder.secrets).toEqual(at.folder.secrets);
    expect(readdirSync(now.folder.at("audit-heads"))).toEqual([`${at.shopId}.json`]);
    console.log(
      `restore: ${now.done.rows} rows and ${now.done.files} files in ${now.done.seconds.toFixed(1)} s`,
    );
  },
);

function fakeShop(name: string): string {
  const dataPath = join(at.place, name);
  mkdirSync(join(dataPath, "pg"), { recursive: true });
  mkdirSync(join(dataPath, "files"));
  for (const file of ["pg/PG_VERSION", "files/mark", "secrets.json"])
    writeFileSync(join(dataPath, file), "old");
  return dataPath;
}
const states = (dataPath: string) =>
  ["pg/PG_VERSION", "files/mark", "secrets.json"].map((file) =>
    existsSync(join(dataPath, file)) && readFileSync(join(dataPath, file), "utf8") === "old" ? "old" : "new",
  );

test(
  "does not take the place of a shop unasked, nor for a moment that no backup leads to",
  patience,
  async () => {
    const dataPath = fakeShop("there");
    await expect(restoreShop({ dataPath, store: at.store })).rejects.toThrow(/say --replace/);
    await expect(
      restoreShop({ dataPath, store: at.store, at: new Date(0), isReplacing: true }),
    ).rejects.toThrow(/no good backup from before/);
    expect(states(dataPath)).toEqual(["old", "old", "old"]);
  },
);

test(`a restore killed at any moment has done all or nothing, ${rounds(40, 1)} times`, patience, async () => {
  const seen = { old: 0, new: 0 };
  for (let round = 0; round < rounds(40, 1); round++) {
    const dataPath = fakeShop(`killed ${round}`);
    const program = `
      import { openBackupStore } from "${project}/scripts/backup-store.mjs";
      import { restoreShop } from "${project}/scripts/restore-shop.mjs";
      const store = openBackupStore(process.env.STORE, process.env.KEY);
      await restoreShop({ dataPath: process.env.DATA, store, isReplacing: true });`;
    const env = { ...process.env, DATA: dataPath, STORE: at.store.path, KEY: at.folder.secrets.backupKey };
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { env, stdio: "ignore" });
    const gone = new Promise((done) => child.once("exit", done));
    await Promise.race([gone, pause(chance.whole(100, 3_500))]);
    child.kill("SIGKILL");
    await gone;
    const { finishRestore, restoringPlace } = await import("./finish-restore.mjs");
    finishRestore(dataPath);
    const [first, ...others] = states(dataPath);
    expect(others).toEqual([first, first]);
    seen[first as "old" | "new"] += 1;
    const { removeCopy } = await import("./restored-copy.mjs");
    await removeCopy(restoringPlace(dataPath));
  }
  console.log(
    `restore: killed ${rounds(40, 1)} times, ${seen.old} left the old shop and ${seen.new} the new one`,
  );
});

/** Runs a backup in a process of its own, as the scheduler does, and kills it. */
async function killBackup(milliseconds: number): Promise<void> {
  const child = fork(join(project, "scripts/make-backup.mjs"), {
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const gone = new Promise((done) => child.once("exit", done));
  const { superuserUrl } = at.server;
  child.send({ dataPath: at.folder.path, backupsPath: at.store.path, superuserUrl });
  await Promise.race([gone, pause(milliseconds)]);
  child.kill("SIGKILL");
  await gone;
}

test(`SECURITY backup: killed ${rounds(40)} times, no half backup ever counts`, patience, async () => {
  for (let round = 0; round < rounds(40); round++) await killBackup(chance.whole(150, 2_500));
  for (const one of at.store.ids()) expect(await readAgain({ store: at.store, id: one })).toEqual([]);
  await sweepScratch(at.folder);
  expect(existsSync(join(at.folder.path, "proof.new"))).toBe(false);
});

test(
  "a disk that takes no more fails the backup in a sentence, and harms neither the shop nor older backups",
  patience,
  async () => {
    const ids = at.store.ids();
    const program = `
    import { openBackupStore } from "${project}/scripts/backup-store.mjs";
    import { openDataFolder } from "${project}/scripts/data-folder.mjs";
    import { explain } from "${project}/scripts/cannot-start.mjs";
    import { takeBackup } from "${project}/scripts/take-backup.mjs";
    process.on("SIGXFSZ", () => {});
    const folder = openDataFolder(process.env.DATA);
    const store = openBackupStore(process.env.STORE, folder.secrets.backupKey);
    try { await takeBackup({ folder, superuserUrl: process.env.URL, store }); }
    catch (error) { console.log(explain(error, store.path).message); }`;
    const env = { ...process.env, DATA: at.folder.path, STORE: at.store.path, URL: at.server.superuserUrl };
    const limited = [
      "-c",
      'ulimit -f 4000 && exec "$@"',
      "sh",
      process.execPath,
      "--input-type=module",
      "-e",
      program,
    ];
    const child = spawn("sh", limited, { env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    await new Promise((done) => child.once("close", done));
    expect(output).toMatch(/This user may write no more/);
    expect(at.store.ids()).toEqual(ids);
    expect(readdirSync(at.store.at("base"))).toEqual(ids);
    expect(await at.sql`select 1 as n`).toEqual([{ n: 1 }]);
  },
);

test(
  "a damaged backup is told of and no longer proven, and a spoiled copy of a file is taken again",
  patience,
  async () => {
    const base = at.store.at("base", id, "base.sealed");
    writeFileSync(base, readFileSync(base).fill(0, 2_000_000, 2_000_100));
    const [[key]] = (await at.store.readManifest(id)).files;
    writeFileSync(at.store.at("files", `${key}.sealed`), "rot");
    const { proof, damaged } = await makeBackup({ ...at, superuserUrl: at.server.superuserUrl });
    expect(proof.problems).toEqual([`files/${key} is damaged`]);
    expect(damaged.map((one) => one.id)).toContain(id);
    expect((await at.store.readProof(id)).problems).toContain(`base/${id}/base.sealed is damaged`);
    expect(at.store.hasFile(key)).toBe(false);
  },
);

test("after all of this makes one when it is asked to, and says how it stands", patience, async () => {
  const { folder, server } = at;
  const settings = { dataPath: folder.path, backupsPath: at.store.path };
  const told: string[] = [];
  const say = (line: string) => told.push(line);
  const stop = await keepBackups({ folder, settings, superuserUrl: server.superuserUrl, say } as never);
  try {
    writeFileSync(folder.at("backup-asked"), "");
    const good = async () => (await statusOf(folder.at("backups.json")))?.good;
    await expect.poll(good, { timeout: patience.timeout }).toMatchObject({ files: 6, missing: 0 });
  } finally {
    await stop();
  }
  expect(told).toEqual(["The backup is made and proven."]);
  const status = await statusOf(folder.at("backups.json"));
  expect(status).toMatchObject({ where: at.store.path, isApart: true, running: null, failure: null });
  expect(new Date(status?.nextAt ?? 0).getUTCHours()).toBeOneOf([6, 7]);
  expect(backupAlarm(status, new Date())).toBeNull();
  expect(existsSync(folder.at("backup-asked"))).toBe(false);
  const ids = at.store.ids();
  expect(ids).not.toContain(id);
  expect(readdirSync(at.store.at("base"))).toEqual(ids);
});

async function statusOf(path: string) {
  return existsSync(path) ? backupStatus.parse(JSON.parse(readFileSync(path, "utf8"))) : null;
}
