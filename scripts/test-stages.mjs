import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./app-build.mjs";
import { findBrowser } from "./find-browser.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(project, "test-results");
const vitestReport = join(results, "vitest.json");
/** Journeys that share nothing run side by side, each group on a Coatyard of its own. */
const journeyGroups = ["after", "accessibility"];
const journeyReport = (group) => join(results, `${group}.json`);
const noCount = { passed: 0, failed: 0 };

/**
 * Runs every check in turn and stops at the first that fails. Ends with a table of them and one line, "N passed, N failed", of
 * the tests in it; a stage that fails without a failed test counts as one. Resolves to the exit code.
 */
export async function runStages({ isSoak, say }) {
  const env = {
    ...process.env,
    CI: process.env.CI ?? "true",
    NEXT_TELEMETRY_DISABLED: "1",
    ...(isSoak && { COATYARD_SOAK: "1" }),
  };
  const stages = [
    ["Style", () => run("@biomejs/biome/bin/biome", ["check", "."], env)],
    ["Types", () => checkTypes(env)],
    [
      "Unit and integration",
      () =>
        run(
          "vitest/vitest.mjs",
          ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
          env,
        ),
      countVitest,
    ],
    ["Build", () => buildApp(say).then(() => true)],
    ["Browser journeys", () => runJourneys(env, say), countPlaywright],
  ];
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const done = [];
  for (const [name, work, count = () => noCount] of stages) {
    console.log(`\n== ${name} ==\n`);
    const began = Date.now();
    const isGood = await attempt(work);
    done.push({ name, isGood, seconds: Math.round((Date.now() - began) / 1000), ...count() });
    if (!isGood) break;
  }
  return summarise(done, stages);
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    console.error(error.name === "CannotStart" ? error.message : error);
    return false;
  }
}

async function checkTypes(env) {
  return (await run("next/dist/bin/next", ["typegen"], env)) && run("typescript/bin/tsc", ["--noEmit"], env);
}

async function runJourneys(env, say) {
  const browser = await findBrowser(say);
  const groups = journeyGroups.map((group) =>
    run("@playwright/test/cli.js", ["test", `--project=${group}`, "--reporter=list,json"], {
      ...env,
      E2E_BROWSER: JSON.stringify(browser),
      E2E_RESULTS: join(results, group),
      PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport(group),
    }),
  );
  return (await Promise.all(groups)).every(Boolean);
}

function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const file = join(project, "node_modules", program);
    const child = spawn(process.execPath, [file, ...args], {
      cwd: project,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

function countVitest() {
  if (!existsSync(vitestReport)) return noCount;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(vitestReport, "utf8"));
  return { passed: numPassedTests, failed: numFailedTests };
}

function countPlaywright() {
  const count = { passed: 0, failed: 0 };
  for (const report of journeyGroups.map(journeyReport).filter(existsSync)) {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, "utf8")).stats;
    count.passed += expected + flaky;
    count.failed += unexpected;
  }
  return count;
}

function summarise(done, stages) {
  console.log("\n== Summary ==\n");
  for (const [name] of stages) {
    const stage = done.find((each) => each.name === name);
    console.log(
      `${name.padEnd(22)}${stage ? `${stage.isGood ? "good" : "FAILED"}, ${stage.seconds} s` : "not run"}`,
    );
  }
  const passed = done.reduce((sum, stage) => sum + stage.passed, 0);
  const failed = done.reduce(
    (sum, stage) => sum + (stage.isGood ? stage.failed : Math.max(stage.failed, 1)),
    0,
  );
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
