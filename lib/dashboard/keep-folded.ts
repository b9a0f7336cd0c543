import "server-only";
import { log } from "../log";
import { listShops, systemContext } from "../people/system-context";
import { foldFacts } from "./fold-facts";

const everyMs = 30_000;

/** Folds every shop's increments into its totals now and again, until the process ends: so that few are ever read one by one. */
export function keepFolded(): void {
  setInterval(() => {
    foldAll().catch((error) => log.error({ err: error }, "increments could not be folded"));
  }, everyMs).unref();
}

async function foldAll(): Promise<void> {
  for (const { id } of await listShops()) await foldFacts(await systemContext(id, "Coatyard"));
}
