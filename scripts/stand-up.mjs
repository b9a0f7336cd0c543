import { buildApp } from "./app-build.mjs";
import { appEnvironment } from "./app-environment.mjs";
import { freePort, refuseTakenPort, runApp } from "./app-process.mjs";
import { CannotStart, explain } from "./cannot-start.mjs";
import { openCertificate } from "./certificate.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { checkAppLogin, checkDatabaseServer } from "./database-server.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";
import { takeLock } from "./folder-lock.mjs";
import { keepBackups } from "./keep-backups.mjs";
import { openLog } from "./log-file.mjs";
import { installPackages } from "./packages.mjs";
import { prepareApart } from "./prepare-apart.mjs";
import { networkNames } from "./start-settings.mjs";
import { openTlsProxy } from "./tls-proxy.mjs";

/**
 * Brings Coatyard up from whatever is there: data folder, packages, database, build, app. Cheap refusals come first, and whatever
 * was started is stopped again when a later step refuses. With `isCheck` it ends before the build and changes no table.
 * A server of the shop's own has no `superuserUrl`.
 *
 * @param {ReturnType<typeof import("./start-settings.mjs").readSettings>} settings
 * @param {{ say: (line: string) => void, onGivenUp: (error: Error) => void, signal?: AbortSignal }} hooks
 * @returns {Promise<{
 *   environment: Record<string, string>, shops: number, setupCode: string, ownerUrl: string, superuserUrl?: string,
 *   appPid: () => number, stop: () => Promise<void>,
 * }>}
 */
export async function standUp(settings, { say, onGivenUp, signal }) {
  const undo = [];
  const stop = async () => {
    while (undo.length > 0) await undo.pop()();
  };
  try {
    return { ...(await climb(settings, { say, onGivenUp, signal, undo })), stop };
  } catch (error) {
    await stop();
    throw explain(error, settings.dataPath);
  }
}

async function climb(settings, { say, onGivenUp, signal, undo }) {
  const folder = openDataFolder(settings.dataPath);
  const isWorker = settings.role === "worker";
  if (!isWorker) await claim(folder, settings, undo);
  await installPackages(say, { signal });
  const database = await joinDatabase(settings, folder, say, undo);
  if (settings.isCheck) return database;
  if (!settings.isDev) await buildApp(say, { signal });
  signal?.throwIfAborted();
  const { appUrl, shops } = await prepare(settings, folder, database, { say, signal });
  const environment = appEnvironment({ settings, secrets: folder.secrets, appUrl });
  const inner = isWorker || settings.isHttps ? { host: "127.0.0.1", port: await freePort() } : settings;
  const log = openLog(folder.at(`logs/${isWorker ? `worker-${process.pid}` : "app"}.log`));
  signal?.throwIfAborted();
  say("Starting the app");
  const app = await runApp({
    isDev: settings.isDev,
    host: inner.host,
    port: inner.port,
    environment,
    log,
    say,
    onGivenUp,
  });
  undo.push(app.stop);
  if (settings.isHttps) undo.push(await encrypt(settings, folder, inner.port));
  if (database.superuserUrl && !isWorker)
    undo.push(await keepBackups({ folder, settings, superuserUrl: database.superuserUrl, say }));
  return { ...database, environment, shops, setupCode: folder.secrets.setupCode, appPid: app.pid };
}

async function encrypt({ host, port, publicUrl }, folder, innerPort) {
  const names = [...new Set([new URL(publicUrl).hostname.replace(/^\[|\]$/g, ""), ...networkNames()])];
  const certificate = await openCertificate(folder, names);
  return (await openTlsProxy({ host, port, innerPort, certificate, publicUrl })).close;
}

async function claim(folder, settings, undo) {
  const lock = await takeLock(folder.at("start.lock"), { url: settings.publicUrl });
  if (lock.holder)
    throw new CannotStart(
      `Coatyard already runs on ${folder.path} at ${lock.holder.url}: use that one, or give this one another folder with COATYARD_DATA.`,
    );
  undo.push(lock.release);
  await refuseTakenPort(settings, { patience: lock.isTakenOver ? 10_000 : 0 });
}

async function joinDatabase(settings, folder, say, undo) {
  if (settings.databaseUrl) {
    await checkDatabaseServer(settings.databaseUrl);
    if (settings.appDatabaseUrl) await checkAppLogin(settings.appDatabaseUrl);
    return { ownerUrl: settings.databaseUrl };
  }
  say("Starting the database");
  const server = await joinEmbeddedPostgres(folder);
  undo.push(server.release);
  server.watch(say);
  return { ownerUrl: server.ownerUrl, superuserUrl: server.superuserUrl };
}

async function prepare(settings, folder, { ownerUrl }, { say, signal }) {
  const { appPassword } = folder.secrets;
  try {
    return await prepareApart({ ownerUrl, appUrl: settings.appDatabaseUrl, appPassword, say, signal });
  } catch (error) {
    if (error.code !== "42501") throw error;
    throw new CannotStart(
      "The user in DATABASE_URL may not make tables and roles: give it CREATEROLE and the database itself.",
      { cause: error },
    );
  }
}
