import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserTimes } from "./browser-times.mjs";
import { closeConnections } from "./http.mjs";
import { median, summary } from "./measure.mjs";
import { readOptions } from "./options.mjs";
import { targetLines, timeTable } from "./report.mjs";
import { serverTimes } from "./server-times.mjs";
import { standBench } from "./stand.mjs";
import { startTimes } from "./start-times.mjs";
import { timeToTell } from "./told.mjs";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Measures the app beside the baselines of the same run, prints one table and the targets, and writes test-results/bench.json. */
export async function runBench(args, say) {
  const options = readOptions(args);
  const found = await measureRunning(options, say);
  if (options.start) {
    say("Measuring starts and idle memory");
    found.start = await startTimes(project, options.port + 3);
  }
  console.log(`\n${timeTable(found)}\n\n${targetLines(found).join("\n")}\n`);
  const file = join(project, "test-results", "bench.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ options, ...found }, null, 2)}\n`);
  say(`Written to ${file}`);
}

async function measureRunning(options, say) {
  const undo = [];
  try {
    const stand = await standBench(project, options, { say, undo });
    say("Measuring the server");
    const server = await serverTimes(stand, options);
    say("Measuring what listeners hear");
    const one = await timeToTell(stand.long, { count: 1, moves: options.rounds * 40 });
    const many = await timeToTell(stand.long, { count: options.listeners, moves: options.rounds * 20 });
    const told = { one: summary(one.last), lastOfMany: summary(many.last) };
    if (!options.browser) return { ...server, told };
    say("Measuring in a browser");
    const { scriptKib, portalKb, portalAllKb, ...seen } = await browserTimes(stand.long, options, say);
    const browser = Object.fromEntries(Object.entries(seen).map(([name, list]) => [name, summary(list)]));
    const kb = { portalKb: median(portalKb), portalAllKb: median(portalAllKb) };
    return { ...server, told, browser, scriptKib: Math.max(...scriptKib), ...kb };
  } finally {
    closeConnections();
    while (undo.length > 0) await undo.pop()();
  }
}
