import { CannotStart } from "./cannot-start.mjs";
import { onParentGone } from "./live-process.mjs";
import { standUp } from "./stand-up.mjs";
import { loadEnvFile, readSettings } from "./start-settings.mjs";
import { AUTHORITY_PATH } from "./tls-proxy.mjs";

/** Starts Coatyard, says where it is, and stops it cleanly on Ctrl+C or a stop signal. */
export async function keepCoatyardRunning(args, say) {
  loadEnvFile();
  const settings = readSettings(process.env, args);
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => endOn(stopping, say));
  if (isLaunched()) onParentGone(() => endOn(stopping, say));
  const asked = new Promise((resolve) => stopping.signal.addEventListener("abort", resolve));
  let givenUp = null;
  const onGivenUp = (error) => {
    givenUp = error;
    stopping.abort();
  };
  try {
    const coatyard = await standUp(settings, { say, onGivenUp, signal: stopping.signal });
    if (!settings.isCheck) {
      announce(settings, coatyard);
      await asked;
    }
    await coatyard.stop();
  } catch (error) {
    if (!stopping.signal.aborted || error instanceof CannotStart) throw error;
  }
  if (givenUp) throw givenUp;
}

// npm's shell dies of a stop signal without passing it on; a shell that someone typed into may go as it likes.
function isLaunched() {
  return Boolean(process.env.npm_lifecycle_event) || process.env.COATYARD_LAUNCHER === String(process.ppid);
}

let stoppingSince = 0;

function endOn(stopping, say) {
  if (!stopping.signal.aborted) {
    stoppingSince = Date.now();
    say("Stopping");
    stopping.abort();
  } else if (Date.now() - stoppingSince > 1_000) process.exit(1);
}

function announce({ role, publicUrl, dataPath, isHttps }, { shops, setupCode }) {
  if (role === "worker") console.log("\nThe worker is ready.");
  else if (shops > 0) console.log(`\nCoatyard is ready: ${publicUrl}`);
  else
    console.log(
      `\nCoatyard is ready. Set up your shop at ${publicUrl}/setup with the set-up code ${setupCode}`,
    );
  if (isHttps) console.log(trustSteps(publicUrl));
  console.log(`Data: ${dataPath}. Stop with Ctrl+C.`);
}

function trustSteps(publicUrl) {
  const address = `${publicUrl.replace("https:", "http:")}${AUTHORITY_PATH}`;
  return `To trust it on a phone, once: open ${address} there and install what it offers.
  iPhone: Settings > General > VPN & Device Management > install, then General > About > Certificate Trust Settings > switch it on.
  Android: Settings > Security > Encryption & credentials > Install a certificate > CA certificate > the downloaded file.`;
}
