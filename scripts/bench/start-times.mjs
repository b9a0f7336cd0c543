import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pause, until, workingFolder } from "../live-process.mjs";
import { send } from "./http.mjs";

const settleMs = 10_000;

/** From the command to the first page that answers, on a new data folder and again, and what the processes hold when idle. */
export async function startTimes(project, port) {
  const data = mkdtempSync(join(tmpdir(), "coatyard-bench-"));
  try {
    const first = await start(project, data, port);
    await first.stop();
    const second = await start(project, data, port);
    await pause(settleMs);
    const [webMib, databaseMib] = [mebibytesIn(project), mebibytesIn(join(data, "pg"))];
    await second.stop();
    return { firstMs: first.ms, secondMs: second.ms, webMib, databaseMib };
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start(project, data, port) {
  const began = performance.now();
  const child = spawn(process.execPath, [join(project, "scripts", "start.mjs")], {
    cwd: project,
    env: { ...process.env, COATYARD_DATA: data, PORT: String(port), DATABASE_URL: "" },
    stdio: "ignore",
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const answers = () =>
    send({ port, path: "/setup" }).then(
      ({ status }) => status === 200,
      () => false,
    );
  if (!(await until(answers, 180_000))) throw new Error("npm start does not answer.");
  const ms = performance.now() - began;
  return {
    ms,
    stop: async () => {
      child.kill("SIGINT");
      await gone;
    },
  };
}

/** Proportional memory of the processes that work in a folder: what they share is counted once. Linux alone tells it. */
function mebibytesIn(folder) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && workingFolder(name) === folder);
  const kib = pids
    .filter((pid) => !["bench.mjs"].some((name) => read(`/proc/${pid}/cmdline`).includes(name)))
    .reduce(
      (sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
      0,
    );
  return kib / 1024;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
