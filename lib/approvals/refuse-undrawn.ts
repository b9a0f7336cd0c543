import { Refusal } from "../errors";

/** Refuses a version whose pages nobody can look at yet, or never will. */
export function refuseUndrawn({ pages, problem }: { pages: number | null; problem: string }): void {
  if (problem) throw new Refusal("conflict", `This version cannot be shown: ${problem} Add a new version.`);
  if (pages === null)
    throw new Refusal("conflict", "Its pages are still being drawn. Try again in a moment.");
}
