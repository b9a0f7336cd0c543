import { existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.mjs";
import { runProgram } from "./run-program.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));

const names = {
  linux: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"],
  darwin: ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"],
  win32: ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"],
};

/** What a browser under test leaves alone: the network of its makers, and a sandbox that root cannot have. */
const browserArgs = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Finds a browser that starts here: the system's, else Playwright's own (fetched when the internet has it), else the one inside an
 * npm package. Resolves to Playwright's launch options; refuses when none starts.
 */
export async function findBrowser(say) {
  for (const find of [systemBrowsers, playwrightBrowser, fetchedBrowser, packagedBrowser]) {
    for (const found of await find(say)) if (await starts(found)) return { ...found, args: browserArgs };
  }
  throw new CannotStart("No browser starts on this machine: install Chromium or Chrome for the journeys.");
}

async function systemBrowsers() {
  const folders = {
    linux: (process.env.PATH ?? "").split(delimiter),
    darwin: ["/Applications"],
    win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]].filter(Boolean),
  };
  const places = (folders[process.platform] ?? []).flatMap((folder) =>
    (names[process.platform] ?? []).map((name) => join(folder, name)),
  );
  return places.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }));
}

async function playwrightBrowser() {
  const { chromium } = await import("playwright");
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? [{ executablePath }] : [];
}

async function fetchedBrowser(say) {
  say("Fetching a browser");
  const playwright = join(project, "node_modules", "playwright", "cli.js");
  await runProgram(process.execPath, [playwright, "install", "chromium"], { cwd: project, timeout: 300_000 });
  return playwrightBrowser();
}

async function packagedBrowser(say) {
  say("Unpacking the browser that came with the packages");
  const place = join(project, ".coatyard", "browser");
  mkdirSync(place, { recursive: true });
  // The package unpacks its libraries only where it believes to be on Lambda, and into the folder for temporary files.
  const lambda = { TMPDIR: place, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  const unpack = `import c from "@sparticuz/chromium"; console.log(await c.executablePath())`;
  const env = { ...process.env, ...lambda };
  const { status } = await runProgram(process.execPath, ["--input-type=module", "-e", unpack], {
    cwd: project,
    env,
  });
  if (status !== 0) return [];
  const executablePath = join(place, "chromium");
  const fonts = { ...process.env, FONTCONFIG_PATH: join(place, "fonts") };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(place, "al2023", "lib") };
  return [fonts, libraries].map((env) => ({ executablePath, env }));
}

async function starts({ executablePath, env }) {
  const { chromium } = await import("playwright");
  try {
    const browser = await chromium.launch({ executablePath, env, args: browserArgs, timeout: 30_000 });
    const page = await browser.newPage();
    await page.setContent("<p>ready</p>");
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
