import { CannotStart, explain } from "./cannot-start.mjs";
import { ensureNode } from "./ensure-node.mjs";

const say = (line) => console.log(`  ${line}`);

try {
  await ensureNode(say);
  const { installPackages } = await import("./packages.mjs");
  await installPackages(say);
  const { runStages } = await import("./test-stages.mjs");
  process.exitCode = await runStages({ isSoak: process.argv.includes("--soak"), say });
} catch (error) {
  const told = explain(error);
  console.error(told instanceof CannotStart ? told.message : told);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
