import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart, explain } from "./cannot-start.mjs";
import { aloneInProject } from "./packages.mjs";
import { runProgram } from "./run-program.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(project, ".next", "coatyard-build");
const folders = ["app", "components", "db", "lib", "public"];
const rootFile = /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.|instrumentation)/;
const ignored = /\.test\.|[/\\]testing[/\\]|[/\\]migrations[/\\]/;

/** Builds the app when its source has changed since the last build. */
export async function buildApp(say, { signal } = {}) {
  if (isBuilt()) return;
  await aloneInProject(async () => {
    if (isBuilt()) return;
    say("Building the app (about a minute, only after a change)");
    await build(signal);
  });
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();
}

async function build(signal) {
  const hash = sourceHash();
  rmSync(stamp, { force: true });
  const next = join(project, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: "" };
  const { status, killedBy, output } = await runProgram(process.execPath, [next, "build"], {
    cwd: project,
    env,
    signal,
  });
  if (status === 0) {
    writeFileSync(stamp, hash);
    return;
  }
  if (/ENOSPC|No space left/i.test(output))
    throw explain(Object.assign(new Error(output), { code: "ENOSPC" }), project);
  console.error(output);
  throw new CannotStart(
    killedBy === "SIGKILL"
      ? "This machine ran out of memory while building the app: give it 2 GB and start again."
      : "The app could not be built; the reason stands above.",
  );
}

function sourceHash() {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  const names = readdirSync(project).filter((name) => rootFile.test(name));
  for (const name of [...folders, ...names].sort()) addTo(hash, name);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const file = join(project, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || ignored.test(`/${path}/`)) return;
  if (found.isDirectory()) for (const name of readdirSync(file).sort()) addTo(hash, join(path, name));
  else hash.update(path).update(readFileSync(file));
}
