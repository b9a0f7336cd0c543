import { existsSync } from "node:fs";
import { CannotStart, explain } from "./cannot-start.mjs";
import { ensureNode } from "./ensure-node.mjs";

const say = (line) => console.log(`  ${line}`);

try {
  await ensureNode(say);
  say(await wipeHere());
} catch (error) {
  const told = explain(error);
  console.error(told instanceof CannotStart ? `The demo was not wiped. ${told.message}` : told);
  process.exit(1);
}

/** Wipes the demo from the database that Coatyard would start on, whether it runs or not. */
async function wipeHere() {
  const { loadEnvFile, readSettings } = await import("./start-settings.mjs");
  loadEnvFile();
  const { databaseUrl, dataPath } = readSettings(process.env);
  const { openDataFolder } = await import("./data-folder.mjs");
  const { wipeDemoShops } = await import("./wipe-demo-shops.mjs");
  if (databaseUrl) return wipeDemoShops({ ownerUrl: databaseUrl, filesPath: openDataFolder(dataPath).files });
  if (!existsSync(`${dataPath}/pg`)) return "There is no demo shop here: nothing was removed.";
  const folder = openDataFolder(dataPath);
  const { joinEmbeddedPostgres } = await import("./embedded-postgres.mjs");
  const server = await joinEmbeddedPostgres(folder);
  try {
    return await wipeDemoShops({ ownerUrl: server.ownerUrl, filesPath: folder.files });
  } finally {
    await server.release();
  }
}
