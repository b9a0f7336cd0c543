import { nameKey } from "@/lib/customers/name-key";
import { codeKey } from "./colour-book";
import type { PowderValues } from "./judge-powders";
import type { JudgedRow } from "./judgement";
import { endsStep, type Steps } from "./steps";

/** Rows of one maker and code are lots of one powder: gives them all its fullest name, its code and its gloss. */
export function* unitePowders(rows: readonly JudgedRow<PowderValues>[]): Steps<void> {
  const powders = new Map<string, PowderValues[]>();
  for (const [at, { values }] of rows.entries()) {
    if (endsStep(at)) yield;
    if (!values) continue;
    const key = `${nameKey(values.maker)}|${codeKey(values.code)}`;
    const lots = powders.get(key);
    if (lots) lots.push(values);
    else powders.set(key, [values]);
  }
  for (const [at, lots] of [...powders.values()].entries()) {
    if (endsStep(at)) yield;
    const name = commonest(lots.map((lot) => lot.name));
    const colour = lots.find(
      (lot) =>
        lot.colourCode !== "" &&
        lot.colourCode === commonest(lots.map((one) => one.colourCode).filter((code) => code !== "")),
    );
    const gloss = commonest(lots.flatMap((lot) => lot.gloss ?? []));
    const texture = commonest(lots.flatMap((lot) => lot.texture ?? []));
    for (const lot of lots) {
      lot.name = name ?? lot.name;
      lot.gloss = gloss ?? null;
      lot.texture = texture ?? null;
      if (colour) Object.assign(lot, { colourCode: colour.colourCode, hex: colour.hex });
    }
  }
}

/** The most frequent of a list; of equals the longest. */
function commonest<Text extends string>(list: readonly Text[]): Text | undefined {
  const counts = new Map<Text, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0];
}
