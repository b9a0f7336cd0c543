import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const own = fileURLToPath(import.meta.url);

/**
 * Runs `prepareDatabase` in a process that ends with it, so that the one which keeps Coatyard running stays small.
 *
 * @returns {Promise<{ appUrl: string, shops: number }>}
 */
export function prepareApart({ say, signal, ...options }) {
  return new Promise((resolve, reject) => {
    const child = fork(own, { signal, stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: [] });
    child.on("message", ({ line, prepared, failure }) => {
      if (line) say(line);
      if (prepared) resolve(prepared);
      if (failure) reject(Object.assign(new Error(failure.message), failure));
    });
    child.once("error", reject);
    child.once("exit", (code, killedBy) =>
      reject(new Error(`The database was not prepared (${killedBy ?? code}).`)),
    );
    child.send(options);
  });
}

if (process.argv[1] === own && process.send) {
  process.once("message", async (options) => {
    try {
      const { prepareDatabase } = await import("./prepare-database.mjs");
      const prepared = await prepareDatabase({ ...options, say: (line) => process.send({ line }) });
      process.send({ prepared }, () => process.exit());
    } catch (error) {
      const { message, stack, code = error.cause?.code } = error;
      process.send({ failure: { message, stack, code } }, () => process.exit(1));
    }
  });
}
