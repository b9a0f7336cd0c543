import { onParentGone } from "./live-process.mjs";

// Loaded into the app before Next: when the start script is killed, nothing of it stays behind on the port.
onParentGone(() => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3_000).unref();
});
