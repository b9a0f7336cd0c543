import { CannotStart, explain } from "./cannot-start.mjs";
import { ensureNode } from "./ensure-node.mjs";

const say = (line) => console.log(`  ${line}`);
const help = `npm run restore                        the newest backup, with all that happened after it
npm run restore -- --list              what backups there are
npm run restore -- --to "2026-11-21 14:30"   the shop as it was then, in this machine's time
  --backup ID       one backup of the list
  --from FOLDER     backups kept elsewhere, with --key KEY (npm run backup -- --key told it)
  --replace         take the place of the shop that is there; it is kept aside`;

try {
  await ensureNode(say);
  const { parseArgs } = await import("node:util");
  const text = { type: "string" };
  const flag = { type: "boolean" };
  const { values: asked } = parseArgs({
    options: { to: text, backup: text, from: text, key: text, list: flag, replace: flag, help: flag },
  });
  if (asked.help) console.log(help);
  else await restoreHere(asked);
} catch (error) {
  const told = error.code?.startsWith("ERR_PARSE_ARGS") ? new CannotStart(error.message) : explain(error);
  console.error(told instanceof CannotStart ? `Nothing was restored. ${told.message}` : told);
  process.exit(1);
}

async function restoreHere(asked) {
  const { loadEnvFile, readSettings } = await import("./start-settings.mjs");
  loadEnvFile();
  const settings = readSettings(process.env);
  if (settings.databaseUrl)
    throw new CannotStart(
      "DATABASE_URL names a server of your own: bring its database back with its own tools, as docs/operating.md shows.",
    );
  const { installPackages } = await import("./packages.mjs");
  await installPackages(say);
  const { backupFolder, backupKeyOf } = await import("./backup-place.mjs");
  const { openBackupStore } = await import("./backup-store.mjs");
  const path = asked.from ?? backupFolder(settings);
  const store = openBackupStore(path, asked.key ?? backupKeyOf(settings.dataPath), { isThere: true });
  if (asked.list) return list(store);
  const { restoreShop } = await import("./restore-shop.mjs");
  const at = readTime(asked.to);
  const done = await restoreShop({
    ...{ dataPath: settings.dataPath, store, at, backupId: asked.backup, isReplacing: asked.replace, say },
  });
  report(done);
}

function readTime(text) {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  throw new CannotStart(`“${text}” is no time: write it such as "2026-11-21 14:30" or 2026-11-21T14:30:00Z.`);
}

async function list(store) {
  const pieces = store.pieces();
  for (const id of store.ids()) {
    const proof = await store.readProof(id).catch((error) => ({ problems: [error.message] }));
    const word = !proof
      ? "not proven"
      : proof.problems.length > 0
        ? `NOT GOOD: ${proof.problems[0]}`
        : "proven";
    console.log(`  ${id}  ${word}`);
  }
  const last = pieces.at(-1);
  if (last)
    console.log(
      `  Any moment after the first of them can be restored, up to ${new Date(last.at).toISOString()}.`,
    );
  else console.log("  There is no backup here.");
}

function report({ backupId, rows, files, missing, problems, newestEventAt, aside, seconds }) {
  const count = (number) => number.toLocaleString("en");
  say(
    `Restored ${count(rows)} rows and ${count(files)} files from the backup ${backupId} in ${Math.ceil(seconds)} s.`,
  );
  if (newestEventAt)
    say(`The newest thing in the shop's history happened at ${newestEventAt.toISOString()}.`);
  if (missing.length > 0)
    say(`${count(missing.length)} files had no whole copy: ${missing.slice(0, 5).join(", ")}`);
  for (const problem of problems) say(`The history does not hold: ${problem}`);
  if (aside) say(`What was there before is in ${aside}: remove it when you are sure.`);
  say("Start with npm start.");
}
