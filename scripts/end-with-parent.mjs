import { isAlive } from "./live-process.mjs";

// Loaded into the app before Next: when the start script is killed, nothing of it stays behind on the port.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent && isAlive(parent)) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3_000).unref();
}, 250);
watch.unref();
