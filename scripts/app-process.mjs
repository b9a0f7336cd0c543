import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CannotStart } from "./cannot-start.mjs";
import { pause } from "./live-process.mjs";
import { bracketed } from "./start-settings.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const READY_MS = 120_000;
const STOP_MS = 5_000;

/**
 * Runs the built app (or, with `isDev`, the one under work) and resolves when `/api/health` answers. Its output goes to `log`, and
 * what it complains of to the terminal as well. A crash is answered with a restart; `onGivenUp` is told when it keeps crashing.
 */
export async function runApp({ isDev, host, port, environment, log, say, onGivenUp }) {
  const crashes = [];
  let child;
  let isStopping = false;
  let gone;

  function launch() {
    child = spawnNext({ isDev, host, port, environment });
    child.stdout.on("data", (chunk) => (isDev ? process.stdout.write(chunk) : log.write(chunk)));
    child.stderr.on("data", (chunk) => {
      process.stderr.write(chunk);
      log.write(chunk);
    });
    gone = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`)));
    gone.then(onGone);
  }

  function onGone(reason) {
    if (isStopping) return;
    const now = Date.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < 60_000).length > 5)
      return onGivenUp(new CannotStart(stoppedSentence(reason, log)));
    say(`The app stopped unexpectedly (${reason}) and is started again.`);
    setTimeout(() => !isStopping && launch(), 250 * crashes.length);
  }

  async function stop() {
    isStopping = true;
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await gone;
    clearTimeout(late);
  }

  launch();
  isStopping = true;
  const failed = gone.then((reason) => new CannotStart(stoppedSentence(reason, log)));
  const failure = await Promise.race([failed, untilHealthy(host, port)]);
  if (failure) {
    await stop();
    throw failure;
  }
  isStopping = false;
  return { stop, pid: () => child.pid };
}

/** The address at which this machine reaches an app that listens on `host`. */
function localAddress(host, port) {
  const near = { "0.0.0.0": "127.0.0.1", "::": "::1", "[::]": "::1" }[host] ?? host;
  return `http://${bracketed(near)}:${port}`;
}

/** Refuses a port that another program has, and a host that is not this machine's. */
export async function refuseTakenPort({ host, port }, { patience = 0 } = {}) {
  const places = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  const end = Date.now() + patience;
  for (const place of places) {
    let code = await listenError(place, port);
    while (code === "EADDRINUSE" && Date.now() < end) {
      await pause(100);
      code = await listenError(place, port);
    }
    if (code === "EADDRINUSE")
      throw new CannotStart(
        `Port ${port} is taken by another program: stop it, or choose another port such as PORT=${port + 1} npm start.`,
      );
    if (code === "EACCES")
      throw new CannotStart(`This user may not listen on port ${port}: choose one above 1023.`);
    if (code && host !== "localhost")
      throw new CannotStart(`HOST=${host} is not an address of this machine: leave it out or correct it.`);
  }
}

/** A port of this machine that nobody has. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function spawnNext({ isDev, host, port, environment }) {
  const loaded = ["end-with-parent.mjs", "hold-early.mjs"].flatMap((name) => [
    "--import",
    pathToFileURL(join(project, "scripts", name)).href,
  ]);
  const next = join(project, "node_modules", "next", "dist", "bin", "next");
  return spawn(process.execPath, [...loaded, next, isDev ? "dev" : "start", "-p", port, "-H", host], {
    cwd: project,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

async function untilHealthy(host, port) {
  const address = `${localAddress(host, port)}/api/health`;
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(50)) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return null;
  }
  return new CannotStart(`The app does not answer after ${READY_MS / 1000} seconds: look into its log.`);
}

function stoppedSentence(reason, log) {
  return `The app stopped (${reason}): the reason stands above and in ${log.path}.`;
}

function listenError(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ host: host.replace(/^\[|\]$/g, ""), port }, () => probe.close(() => resolve(null)));
  });
}
