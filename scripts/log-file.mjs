import { appendFileSync, existsSync, renameSync, statSync } from "node:fs";

const LARGEST_BYTES = 10 * 2 ** 20;

/** Appends to a log file that keeps its last 10 to 20 MB; a full disk loses lines, never the program. */
export function openLog(path) {
  let size = existsSync(path) ? statSync(path).size : 0;
  return {
    path,
    write(chunk) {
      try {
        if (size > LARGEST_BYTES) {
          renameSync(path, `${path}.1`);
          size = 0;
        }
        appendFileSync(path, chunk, { mode: 0o600 });
        size += chunk.length;
      } catch (error) {
        if (error.code !== "ENOSPC") throw error;
      }
    },
  };
}
