import { CannotStart, explain } from "./cannot-start.mjs";
import { ensureNode } from "./ensure-node.mjs";

const say = (line) => console.log(`  ${line}`);

try {
  await ensureNode(say);
  await backUpHere(process.argv.slice(2));
} catch (error) {
  const told = explain(error);
  console.error(told instanceof CannotStart ? `No backup was made. ${told.message}` : told);
  process.exit(1);
}

/** Makes and proves a backup now, whether Coatyard runs or not; with --key it only tells the key that restores them elsewhere. */
async function backUpHere(args) {
  const { loadEnvFile, readSettings } = await import("./start-settings.mjs");
  loadEnvFile();
  const settings = readSettings(process.env);
  const { existsSync } = await import("node:fs");
  if (args.includes("--key")) {
    const { backupKeyOf } = await import("./backup-place.mjs");
    console.log(backupKeyOf(settings.dataPath));
    return;
  }
  if (args.length > 0) throw new CannotStart(`${args[0]} is not an option: there is --key.`);
  if (settings.databaseUrl)
    throw new CannotStart(
      "DATABASE_URL names a server of your own: back its database up with its own tools, as docs/operating.md shows.",
    );
  if (!existsSync(`${settings.dataPath}/pg`))
    throw new CannotStart(`There is no shop in ${settings.dataPath}.`);
  const { openDataFolder } = await import("./data-folder.mjs");
  const { joinEmbeddedPostgres } = await import("./embedded-postgres.mjs");
  const folder = openDataFolder(settings.dataPath);
  const { makeBackupApart, sweepScratch } = await import("./make-backup.mjs");
  const { wrongOf } = await import("./keep-backups.mjs");
  const server = await joinEmbeddedPostgres(folder);
  try {
    const { dataPath, backupsPath } = settings;
    const { superuserUrl } = server;
    const made = await makeBackupApart({
      dataPath,
      backupsPath,
      superuserUrl,
      onStep: say,
      signal: undefined,
    });
    const wrong = wrongOf(made);
    if (wrong) throw new CannotStart(`Something is wrong: ${wrong}.`);
    const { rows, files, tables, restoreSeconds } = made.proof;
    say(
      `Backed up and proven: ${rows.toLocaleString("en")} rows in ${tables} tables and ${files.toLocaleString("en")} files, restored in ${Math.ceil(restoreSeconds)} s.`,
    );
  } finally {
    await sweepScratch(folder);
    await server.release();
  }
}
