import postgres from "postgres";
import { buildApp } from "../app-build.mjs";
import { appEnvironment } from "../app-environment.mjs";
import { runApp } from "../app-process.mjs";
import { joinEmbeddedPostgres } from "../embedded-postgres.mjs";
import { openLog } from "../log-file.mjs";
import { prepareDatabase } from "../prepare-database.mjs";
import { openBenchFolder, removeBenchFolder } from "./bench-folder.mjs";
import { seedPortal } from "./seed-portal.mjs";
import { seedShop } from "./seed-shop.mjs";
import { signInMember } from "./sign-in.mjs";
import { startTrivialApp } from "./trivial-app.mjs";

/**
 * Stands up what is measured: one database server as a shop has it, the trivial app, the app on a shop with a long history and,
 * unless `growth` is off, a second one on a shop with a short history. `undo` gets what takes each down again.
 */
export async function standBench(project, options, { say, undo }) {
  const folder = await openBenchFolder(project);
  undo.push(() => removeBenchFolder(folder));
  const database = await joinEmbeddedPostgres(folder);
  undo.push(database.release);
  say("Building");
  await buildApp(say);
  const trivial = await startTrivialApp(project, options.port);
  undo.push(trivial.stop);
  const stand = (name, history, port) =>
    standShop({ folder, database, options, say, undo, name, history, port });
  const long = await stand("coatyard", options.history, options.port + 1);
  const short = options.growth ? await stand("coatyard_short", options.small, options.port + 2) : null;
  return { folder, trivial, long, short };
}

async function standShop({ folder, database, options, say, undo, name, history, port }) {
  const [ownerUrl, superuserUrl] = [database.ownerUrl, database.superuserUrl].map((url) => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.href;
  });
  if (ownerUrl !== database.ownerUrl) await createDatabase(database.ownerUrl, name);
  const { appUrl } = await prepareDatabase({ ownerUrl, appPassword: folder.secrets.appPassword });
  say(`Seeding ${options.open} open and ${history} closed jobs`);
  const shop = await seedShop({ superuserUrl, open: options.open, history });
  const settings = {
    dataPath: folder.path,
    publicUrl: `http://127.0.0.1:${port}`,
    role: "all",
  };
  const environment = appEnvironment({ settings, secrets: folder.secrets, appUrl });
  const log = openLog(folder.at(`logs/${name}.log`));
  const app = await runApp({ host: "127.0.0.1", port, environment, log, say, onGivenUp: say });
  undo.push(app.stop);
  const cookie = await signInMember({ superuserUrl, authSecret: environment.AUTH_SECRET, ...shop });
  const portal = await seedPortal({ superuserUrl, ...shop, dataPath: folder.path });
  return { ...shop, portal, port, appUrl, superuserUrl, pid: app.pid, stop: app.stop, environment, cookie };
}

async function createDatabase(ownerUrl, name) {
  const sql = postgres(ownerUrl, { max: 1, onnotice() {} });
  await sql.unsafe(`create database ${name}`);
  await sql.end();
}
