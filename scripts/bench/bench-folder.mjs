import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDataFolder } from "../data-folder.mjs";
import { isAlive } from "../live-process.mjs";
import { stopServer } from "../postgres-cluster.mjs";
import { postgresUser } from "../postgres-user.mjs";
import { runningServer } from "../running-postgres.mjs";

/** A data folder for this run alone, after clearing away those of runs that were killed. */
export async function openBenchFolder(project) {
  const place = join(project, ".coatyard");
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(place)) {
    const pid = Number(/^bench-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid && !isAlive(pid)) await removeBenchFolder(openDataFolder(join(place, name)));
  }
  return openDataFolder(join(place, `bench-${process.pid}`));
}

/** Stops what runs on the folder and removes it. */
export async function removeBenchFolder(folder) {
  const postgres = postgresUser(folder);
  const server = await runningServer(postgres);
  if (server) await stopServer(postgres, server.pid);
  rmSync(folder.path, { recursive: true, force: true, maxRetries: 5 });
}
