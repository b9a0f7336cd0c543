import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "./cannot-start.mjs";
import { isAlive, until } from "./live-process.mjs";
import { runPostgres } from "./postgres-binaries.mjs";
import { giveTo } from "./postgres-user.mjs";
import { readOrEmpty, runningServer } from "./running-postgres.mjs";

const SUPERUSER = "postgres";
const START_SECONDS = 120;

const always = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  max_wal_size: "512MB",
  // What a backup that never comes may hold back.
  max_slot_wal_keep_size: "2GB",
  jit: "off",
  // A shop fills within minutes, by an import or as the demo: its first statistics must not wait for one of them.
  autovacuum_naptime: "5s",
  logging_collector: "on",
  log_directory: "log",
  log_filename: "postgres-%d.log",
  log_rotation_age: "1d",
  log_truncate_on_rotation: "on",
};

/** Makes the database cluster when there is none; a half-made one from a killed start is thrown away. */
export async function createCluster(postgres, folder) {
  if (!existsSync(join(postgres.pg, "PG_VERSION"))) {
    const draft = `${postgres.pg}.new`;
    const passwordFile = join(dirname(postgres.pg), ".superuser-password");
    rmSync(draft, { recursive: true, force: true });
    try {
      mkdirSync(draft, { mode: 0o700 });
      writeFileSync(passwordFile, folder.secrets.superuserPassword, { mode: 0o600 });
      giveTo(postgres.identity, draft);
      giveTo(postgres.identity, passwordFile);
      await initialise(postgres, draft, passwordFile);
      writeFileSync(join(draft, "postgresql.conf"), "\ninclude 'coatyard.conf'\n", { flag: "a" });
      renameSync(draft, postgres.pg);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }
  if (postgres.pg !== folder.pg && !existsSync(folder.pg)) symlinkSync(postgres.pg, folder.pg);
}

/** Starts the server on `wantedPort`, or else on its remembered port or a free one, and returns `{ pid, port }`. */
export async function startServer(postgres, settings, wantedPort, seconds = START_SECONDS) {
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await choosePort(rememberedPort(postgres), attempt));
    writeSettings(postgres, { ...always, ...settings, port });
    const log = join(postgres.pg, "start.log");
    rmSync(log, { force: true });
    const args = ["-D", postgres.pg, "-w", "-t", String(seconds), "-l", log, "start"];
    const { status } = await runPostgres(postgres, "pg_ctl", args, { isSilent: true });
    const server = await runningServer(postgres);
    if (status === 0 && server) return server;
    const reason = readOrEmpty(log);
    if (/Address already in use|could not bind/.test(reason) && attempt < 5 && !wantedPort) continue;
    throw new CannotStart(explainLog(reason, postgres));
  }
}

/** Stops the server, giving up its connections at once; returns when it is gone. */
export async function stopServer(postgres, pid) {
  if (process.platform === "win32") {
    await runPostgres(postgres, "pg_ctl", ["-D", postgres.pg, "-m", "fast", "-w", "stop"], {
      isSilent: true,
    });
    return;
  }
  for (const [signal, milliseconds] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    if (await until(() => !isAlive(pid), milliseconds)) return;
  }
}

async function initialise(postgres, draft, passwordFile) {
  const { status, output } = await runPostgres(postgres, "initdb", [
    "-D",
    draft,
    "-U",
    SUPERUSER,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ]);
  if (status !== 0) throw new CannotStart(explainLog(output, postgres));
}

async function choosePort(remembered, attempt) {
  if (remembered && attempt === 1 && (await portIfFree(remembered))) return remembered;
  return portIfFree(0);
}

function portIfFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, "127.0.0.1", () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}

function rememberedPort(postgres) {
  return Number(/^port = '(\d+)'$/m.exec(readOrEmpty(join(postgres.pg, "coatyard.conf")))?.[1] ?? 0);
}

function writeSettings(postgres, settings) {
  const file = join(postgres.pg, "coatyard.conf");
  const text = Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join("");
  if (readOrEmpty(file) === text) return;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  giveTo(postgres.identity, `${file}.new`);
  renameSync(`${file}.new`, file);
}

function explainLog(text, postgres) {
  const place = dirname(postgres.pg);
  if (/No space left on device/.test(text))
    return `The disk that holds ${place} is full: free some space and start again.`;
  if (/incompatible with server/.test(text))
    return `The database in ${postgres.pg} was made by another PostgreSQL version: start the Coatyard version that made it.`;
  const lines = text.split("\n").filter((line) => /FATAL|PANIC|error:|could not/.test(line));
  const reason = lines.at(-1)?.replace(/^.*?(FATAL|PANIC|error):\s*/, "") ?? "it gave no reason";
  return `The built-in database in ${basename(place)} did not start: ${reason}.`;
}
