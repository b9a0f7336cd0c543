import { spawn } from "node:child_process";

/**
 * Runs a program to its end: `{ status, killedBy, output }`. With `isSilent` it gets no pipes, so that a server it leaves behind
 * holds none of ours. `signal` ends it early and then throws.
 */
export function runProgram(command, args, { isSilent = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = isSilent ? "ignore" : ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { windowsHide: true, ...options, stdio });
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once(isSilent ? "exit" : "close", (status, killedBy) =>
      resolve({ status, killedBy, output: Buffer.concat(chunks).toString() }),
    );
  });
}
