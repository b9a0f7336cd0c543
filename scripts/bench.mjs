import { CannotStart, explain } from "./cannot-start.mjs";
import { ensureNode } from "./ensure-node.mjs";

const say = (line) => console.log(`  ${line}`);

try {
  await ensureNode(say);
  const { installPackages } = await import("./packages.mjs");
  await installPackages(say);
  const { runBench } = await import("./bench/run.mjs");
  await runBench(process.argv.slice(2), say);
  process.exit(0);
} catch (error) {
  const told = explain(error);
  console.error(told instanceof CannotStart ? told.message : told);
  process.exit(1);
}
