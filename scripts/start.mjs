import { CannotStart, explain } from "./cannot-start.mjs";
import { ensureNode } from "./ensure-node.mjs";

const say = (line) => console.log(`  ${line}`);

try {
  await ensureNode(say);
  const { keepCoatyardRunning } = await import("./keep-running.mjs");
  await keepCoatyardRunning(process.argv.slice(2), say);
} catch (error) {
  const told = explain(error);
  console.error(told instanceof CannotStart ? `Coatyard did not start. ${told.message}` : told);
  process.exit(1);
}
