import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart, explain } from "./cannot-start.mjs";
import { waitForLock } from "./folder-lock.mjs";
import { isAlive, processStart } from "./live-process.mjs";
import { createCluster, startServer, stopServer } from "./postgres-cluster.mjs";
import { postgresUser } from "./postgres-user.mjs";
import { runningServer } from "./running-postgres.mjs";

const OWNER = "coatyard";
const WATCH_MS = 500;
const RETRY_MS = 5_000;

/**
 * Joins the users of the built-in PostgreSQL of a data folder, starting it when it does not run; a server that a killed process
 * left behind is used as it is. Returns `{ ownerUrl, superuserUrl, isFirstUser, watch, release }`; the last to release stops it.
 */
export async function joinEmbeddedPostgres(folder, { settings = {} } = {}) {
  const { server, isFirstUser } = await alone(folder, async () => {
    const others = liveUsers(folder);
    const started = await ensureRunning(folder, settings).catch(async (error) => {
      await stopUnused(folder);
      throw error;
    });
    writeFileSync(userFile(folder), processStart(process.pid));
    return { server: started, isFirstUser: others === 0 };
  });
  const address = (user, password) => `postgres://${user}:${password}@127.0.0.1:${server.port}/${OWNER}`;
  let endWatch = () => {};
  return {
    isFirstUser,
    ownerUrl: address(OWNER, folder.secrets.ownerPassword),
    superuserUrl: address("postgres", folder.secrets.superuserPassword),
    watch(say) {
      endWatch = watch(folder, settings, server, say);
    },
    release() {
      endWatch();
      return release(folder);
    },
  };
}

async function ensureRunning(folder, settings, port) {
  const postgres = postgresUser(folder);
  await createCluster(postgres, folder);
  const server = (await runningServer(postgres)) ?? (await startServer(postgres, settings, port));
  await ensureOwner(folder, server);
  return server;
}

async function ensureOwner(folder, { port }) {
  const { connectPostgres } = await import("./connect-postgres.mjs");
  const { superuserPassword: password, ownerPassword } = folder.secrets;
  const sql = connectPostgres(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  try {
    const [role] = await sql`select from pg_roles where rolname = ${OWNER}`;
    if (!role) await sql.unsafe(`create role ${OWNER} login createrole createdb password '${ownerPassword}'`);
    const [database] = await sql`select from pg_database where datname = ${OWNER}`;
    if (!database) await sql.unsafe(`create database ${OWNER} owner ${OWNER}`);
  } catch (error) {
    if (error.code !== "28P01") throw error;
    throw new CannotStart(
      `${folder.at("secrets.json")} does not belong to the database beside it: put both back from the same backup.`,
      { cause: error },
    );
  } finally {
    await sql.end();
  }
}

/** Restarts the server whenever it dies, on the port its users know; returns a function that ends the watch. */
function watch(folder, settings, server, say) {
  let { pid } = server;
  let isEnded = false;
  let timer;
  const look = async () => {
    let wait = WATCH_MS;
    if (!isAlive(pid)) {
      try {
        const again = await alone(folder, async () =>
          isEnded ? null : ensureRunning(folder, settings, server.port),
        );
        if (again) {
          pid = again.pid;
          say("The database stopped unexpectedly and was started again.");
        }
      } catch (error) {
        say(`The database stopped unexpectedly and does not start: ${explain(error, folder.path).message}`);
        wait = RETRY_MS;
      }
    }
    if (!isEnded) timer = setTimeout(look, wait);
  };
  timer = setTimeout(look, WATCH_MS);
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}

async function release(folder) {
  await alone(folder, async () => {
    rmSync(userFile(folder), { force: true });
    await stopUnused(folder);
  });
}

async function stopUnused(folder) {
  if (liveUsers(folder) > 0) return;
  const postgres = postgresUser(folder);
  const running = await runningServer(postgres);
  if (running) await stopServer(postgres, running.pid);
}

function userFile(folder) {
  return join(folder.at("pg-users"), String(process.pid));
}

function liveUsers(folder) {
  const users = folder.at("pg-users");
  mkdirSync(users, { recursive: true, mode: 0o700 });
  const names = readdirSync(users);
  const live = names.filter(
    (pid) => isAlive(Number(pid)) && processStart(Number(pid)) === readFileSync(join(users, pid), "utf8"),
  );
  for (const gone of names.filter((name) => !live.includes(name))) rmSync(join(users, gone), { force: true });
  return live.length;
}

async function alone(folder, work) {
  const lock = await waitForLock(folder.at("pg.lock"), 180_000);
  if (!lock)
    throw new CannotStart(
      `Another process has been starting the database in ${folder.path} for three minutes: stop it first.`,
    );
  try {
    return await work();
  } finally {
    lock.release();
  }
}
