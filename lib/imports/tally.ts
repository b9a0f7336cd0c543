import type { JudgedRow } from "./judgement";

/** Counts rows by verdict, by reason and by kind of furniture, and adds up what the importable ones hold. */
export function openTally() {
  const counts: Record<string, number> = { rowsInAll: 0, furniture: 0, ok: 0, decide: 0, refuse: 0 };
  const add = (name: string, amount: number) => {
    counts[name] = Math.round(((counts[name] ?? 0) + amount) * 1e6) / 1e6;
  };
  return {
    add,
    row: <Values>(row: JudgedRow<Values>) => {
      add("rowsInAll", 1);
      add(row.verdict, 1);
      if (row.furniture) add(`furniture:${row.furniture}`, 1);
      if (row.verdict === "decide" || row.verdict === "refuse") {
        for (const code of new Set(
          row.problems.filter(({ severity }) => severity === row.verdict).map((problem) => problem.code),
        ))
          add(`${row.verdict}:${code}`, 1);
      }
    },
    counts: () => counts,
  };
}
