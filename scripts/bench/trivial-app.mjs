import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "../live-process.mjs";
import { aloneInProject } from "../packages.mjs";
import { runProgram } from "../run-program.mjs";
import { send } from "./http.mjs";

/** Builds and starts the app that every ratio is against; resolves to `{ port, stop }`. */
export async function startTrivialApp(project, port) {
  const app = join(project, "scripts", "bench", "trivial-app");
  const next = join(project, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await aloneInProject(() => build({ project, app, next, env }));
  const endWithParent = pathToFileURL(join(project, "scripts", "end-with-parent.mjs")).href;
  const child = spawn(
    process.execPath,
    ["--import", endWithParent, next, "start", app, "-p", String(port), "-H", "127.0.0.1"],
    { cwd: app, env, stdio: "ignore" },
  );
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const answers = () =>
    send({ port, path: "/" }).then(
      ({ status }) => status === 200,
      () => false,
    );
  if (!(await until(answers, 30_000))) throw new Error("The trivial app does not answer.");
  return {
    port,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function build({ project, app, next, env }) {
  const stamp = join(app, ".next", "coatyard-build");
  const hash = sourceHash(project, app);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  const { status, output } = await runProgram(process.execPath, [next, "build"], { cwd: app, env });
  if (status !== 0) throw new Error(`The trivial app could not be built.\n${output}`);
  writeFileSync(stamp, hash);
}

function sourceHash(project, app) {
  const hash = createHash("sha256").update(readFileSync(join(project, "node_modules/next/package.json")));
  for (const name of readdirSync(app, { recursive: true }).sort()) {
    if (/^(\.next|next-env)/.test(name) || statSync(join(app, name)).isDirectory()) continue;
    hash.update(name).update(readFileSync(join(app, name)));
  }
  return hash.digest("hex");
}
