import { buildApp } from "../app-build.mjs";
import { appEnvironment } from "../app-environment.mjs";
import { runApp } from "../app-process.mjs";
import { connectPostgres } from "../connect-postgres.mjs";
import { joinEmbeddedPostgres } from "../embedded-postgres.mjs";
import { until } from "../live-process.mjs";
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
  // Each keeps its own files: both are the same shop, and each notes the newest seal of its history there.
  const dataPath = folder.at(`shop-${name}`);
  const settings = {
    dataPath,
    publicUrl: `http://127.0.0.1:${port}`,
    role: "all",
  };
  const environment = appEnvironment({ settings, secrets: folder.secrets, appUrl });
  const log = openLog(folder.at(`logs/${name}.log`));
  const app = await runApp({ host: "127.0.0.1", port, environment, log, say, onGivenUp: say });
  undo.push(app.stop);
  const cookie = await signInMember({ superuserUrl, authSecret: environment.AUTH_SECRET, ...shop });
  const portal = await seedPortal({ superuserUrl, ...shop, dataPath });
  say("Waiting until the history is sealed");
  await untilSealed(superuserUrl);
  return { ...shop, portal, port, appUrl, superuserUrl, pid: app.pid, stop: app.stop, environment, cookie };
}

/** A shop this old was sealed long ago; what is behind would be measured with everything else. */
async function untilSealed(superuserUrl) {
  const sql = connectPostgres(superuserUrl);
  const isSealed = async () => {
    const [{ behind }] = await sql`
      select (select max(seq) from event_head) - (select coalesce(max(to_seq), 0) from event_seal) as behind`;
    return Number(behind) === 0;
  };
  try {
    if (!(await until(isSealed, 30 * 60_000, 500)))
      throw new Error("The history is not sealed after half an hour.");
  } finally {
    await sql.end();
  }
}

async function createDatabase(ownerUrl, name) {
  const sql = connectPostgres(ownerUrl);
  await sql.unsafe(`create database ${name}`);
  await sql.end();
}
