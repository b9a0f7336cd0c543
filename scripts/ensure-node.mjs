import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.mjs";
import { onParentGone } from "./live-process.mjs";
import { runProgram } from "./run-program.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const minimum = JSON.parse(readFileSync(new URL("minimum-versions.json", import.meta.url), "utf8")).node;
const FETCHED_MAJOR = 24;

/**
 * Makes sure that this runs on a Node new enough. An older one fetches a current Node by npm into `.coatyard/node`, runs the same
 * command on it, and exits as it does; then this never returns.
 */
export async function ensureNode(say) {
  if (isAtLeast(process.versions.node, "22.12.0")) return adviseNewer(say);
  const node = fetchedNode() ?? (await fetchNode(say));
  process.exit(await runOn(node));
}

/** Runs npm with the Node it belongs to: `{ status, output }`. */
export function runNpm(args, options = {}) {
  const script = process.env.npm_execpath;
  const isScript = /\.c?js$/.test(script ?? "") && existsSync(script);
  const [command, ...first] = isScript
    ? [process.env.npm_node_execpath ?? process.execPath, script]
    : ["npm"];
  const shell = !isScript && process.platform === "win32";
  return runProgram(command, [...first, ...args], { cwd: project, shell, ...options });
}

function packageName() {
  return `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
}

function fetchedNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const node = join(project, ".coatyard", "node", "node_modules", packageName(), "bin", name);
  return existsSync(node) ? node : null;
}

async function fetchNode(say) {
  say(`Fetching Node ${FETCHED_MAJOR}, for this machine has ${process.versions.node}`);
  const place = join(project, ".coatyard", "node");
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    const options = ["--prefix", draft, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
    const { status, output } = await runNpm(["install", ...options, `${packageName()}@${FETCHED_MAJOR}`]);
    if (status !== 0)
      throw new CannotStart(
        `Node ${process.versions.node} is too old and a newer one could not be fetched (${npmComplaint(output)}): install Node 24 from nodejs.org.`,
      );
    if (fetchedNode() === null) {
      rmSync(place, { recursive: true, force: true });
      renameSync(draft, place);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return fetchedNode();
}

function runOn(node) {
  const env = {
    ...process.env,
    COATYARD_LAUNCHER: String(process.pid),
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
  };
  // In a group of its own, so that Ctrl+C reaches it once, through here.
  const detached = process.platform !== "win32";
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit", env, detached });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  onParentGone(() => child.kill("SIGTERM"));
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}

/** What npm complained of first, in one line. */
export function npmComplaint(output) {
  const complaints = output
    .split("\n")
    .map((line) => /^npm (?:error|ERR!) (?!code|A complete log)(.*\S.*)$/.exec(line)?.[1]);
  return (complaints.find(Boolean) ?? output.trim().split("\n").at(-1) ?? "").trim().slice(0, 200);
}

// Asks the registry once for each version of Node, and speaks only when a newer one is there to be had.
async function adviseNewer(say) {
  const now = process.versions.node;
  const [major] = now.split(".");
  const wanted = minimum[major];
  if (!wanted || isAtLeast(now, wanted)) return;
  const asked = join(project, ".coatyard", `asked-about-node-${now}`);
  if (existsSync(asked)) return;
  const { status, output } = await runNpm(["view", `${packageName()}@${major}`, "version", "--json"], {
    timeout: 5_000,
  });
  if (status !== 0) return;
  const versions = output.match(/(?<=")\d+\.\d+\.\d+(?=")/g) ?? [];
  mkdirSync(dirname(asked), { recursive: true });
  writeFileSync(asked, "");
  const newest = versions.find((version) => isAtLeast(version, wanted));
  if (newest) say(`This machine's Node ${now} has known security holes: install ${newest} or later.`);
}

export function isAtLeast(version, wanted) {
  const [a, b] = [version, wanted].map((text) => text.split(/[.-]/).map(Number));
  for (let place = 0; place < 3; place++) if (a[place] !== b[place]) return a[place] > b[place];
  return true;
}
