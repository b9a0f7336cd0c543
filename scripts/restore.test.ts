import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBackedUpShop } from "../lib/testing/backed-up-shop";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";

// The commands as somebody types them who has lost a shop.

const project = resolve(import.meta.dirname, "..");
let at: Awaited<ReturnType<typeof openBackedUpShop>>;
beforeAll(async () => {
  at = await openBackedUpShop();
}, 120_000);
afterAll(() => at.close());

/** Runs `npm run backup` or `npm run restore` for a data folder; what it said, and whether it did it. */
function type(script: "backup" | "restore", args: string[], env: Record<string, string> = {}) {
  const told = { COATYARD_DATA: at.folder.path, DATABASE_URL: "", COATYARD_BACKUPS: "", ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], {
    cwd: project,
    env: { ...process.env, ...told },
    encoding: "utf8",
  });
  return { isDone: status === 0, said: `${stdout}${stderr}` };
}

const refused = (why: RegExp) => ({ isDone: false, said: expect.stringMatching(why) });

async function customersIn(dataPath: string): Promise<number> {
  const server = await joinEmbeddedPostgres(openDataFolder(dataPath));
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`select count(*)::int as count from customer`;
    return row?.count;
  } finally {
    await sql.end();
    await server.release();
  }
}

test("a shop is backed up by a command, and brought back elsewhere by another with the folder and the key alone", async () => {
  expect(type("backup", [])).toEqual({
    isDone: true,
    said: expect.stringMatching(/Backed up and proven: [\d,]+ rows in \d+ tables/),
  });
  const { said } = type("backup", ["--key"]);
  const key = said.trim();
  const from = ["--from", join(at.folder.path, "backups")];
  const elsewhere = { COATYARD_DATA: join(at.place, "elsewhere") };
  expect(type("restore", ["--list"]).said).toMatch(/\S+ {2}proven\n.*Any moment after the first/s);
  expect(type("restore", from, elsewhere)).toEqual(refused(/give it with --key KEY/));
  expect(type("restore", [...from, "--key", `${key}x`], elsewhere)).toEqual(refused(/Nothing was restored/));
  expect(type("restore", [...from, "--key", key], elsewhere)).toEqual({
    isDone: true,
    said: expect.stringMatching(/Restored [\d,]+ rows and 0 files from the backup/),
  });
  expect(await customersIn(elsewhere.COATYARD_DATA)).toBe(300);
  expect(type("restore", [...from, "--key", key], elsewhere)).toEqual(refused(/--replace/));
  expect(type("restore", [...from, "--key", key, "--replace"], elsewhere)).toEqual({
    isDone: true,
    said: expect.stringMatching(/What was there before is in .*before-restore-/),
  });
}, 120_000);

test("what cannot be restored is refused in one sentence, and nothing is made", () => {
  const own = { DATABASE_URL: "postgres://someone@db.example.com/shop" };
  expect(type("backup", [], own)).toEqual(refused(/No backup was made\. .*its own tools/));
  expect(type("restore", [], own)).toEqual(refused(/Nothing was restored\. .*its own tools/));
  expect(type("restore", ["--to", "yesterday noon"])).toEqual(refused(/“yesterday noon” is no time/));
  expect(type("restore", ["--too"])).toEqual(refused(/Nothing was restored\. .*--too/));
  expect(type("backup", ["--now"])).toEqual(refused(/--now is not an option/));
  const nowhere = { COATYARD_DATA: join(at.place, "nowhere") };
  expect(type("backup", [], nowhere)).toEqual(refused(/There is no shop in/));
}, 60_000);
