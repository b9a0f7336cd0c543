import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart, explain } from "./cannot-start.mjs";
import { npmComplaint, runNpm } from "./ensure-node.mjs";
import { waitForLock } from "./folder-lock.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the packages when `node_modules` is not what package-lock.json asks for; no package runs a script of its own. */
export async function installPackages(say, { signal } = {}) {
  if (arePackagesInstalled()) return;
  await aloneInProject(async () => {
    if (arePackagesInstalled()) return;
    say("Installing the packages (about a minute, only the first time)");
    const { status, output } = await runNpm(
      ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
      { signal },
    );
    if (status === 0) return;
    if (/ENOSPC|no space left/i.test(output))
      throw new CannotStart(`The disk that holds ${project} is full: free some space and start again.`);
    throw new CannotStart(
      `The packages could not be installed (${npmComplaint(output)}): check the internet connection and start again.`,
    );
  });
}

// npm writes this list last, so a half-done installation has none.
function arePackagesInstalled() {
  const wanted = packagesIn("package-lock.json");
  const found = packagesIn("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (found[path] ? found[path].version === version : optional),
  );
}

function packagesIn(path) {
  const file = join(project, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Runs `work` while no other process installs or builds in this project. */
export async function aloneInProject(work) {
  const cache = join(project, ".coatyard");
  let lock;
  try {
    mkdirSync(cache, { recursive: true });
    lock = await waitForLock(join(cache, "project.lock"), 15 * 60_000);
  } catch (error) {
    throw explain(error, cache);
  }
  if (!lock)
    throw new CannotStart(
      "Another process has been setting Coatyard up for a quarter of an hour: stop it first.",
    );
  try {
    return await work();
  } finally {
    lock.release();
  }
}
