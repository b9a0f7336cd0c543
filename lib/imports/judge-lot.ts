import { nameKey } from "@/lib/customers/name-key";
import { codeKey } from "./colour-book";
import { type Docket, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";

/** "maker|code|label" by which a lot is found again. */
export const lotKey = (maker: string, code: string, lot: string): string =>
  `${nameKey(maker)}|${codeKey(code)}|${lot.trim().toLowerCase()}`;

/** A label that stands on an earlier row, or on a lot that the shop has, asks whether it is the same lot. */
export function judgeLot(
  judge: RowJudge,
  shared: { lots: Map<string, number>; knownLots: ReadonlySet<string> },
  key: string,
  lot: string,
  docket: Docket,
): number | null {
  const column = judge.column("lot");
  if (lot === "" || column === null) return null;
  const first = shared.lots.get(key);
  if (first === undefined) shared.lots.set(key, judge.row);
  const isKnown = shared.knownLots.has(key);
  if (first === undefined && !isKnown) return null;
  const code = isKnown ? "lot-known" : "lot-duplicate";
  const message = isKnown ? `The shop has lot ${lot} already.` : `Row ${first} has lot ${lot} already.`;
  const id = `row:${judge.row}:${code}`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${message} Is this more of it?`,
      typed: lot,
      options: [
        ...(isKnown ? [] : [{ id: "same", label: "Yes: add it to that lot" }]),
        { id: "apart", label: "No: another box with the same label" },
        leaveRowOut,
      ],
      recommended: isKnown ? leaveRowOut.id : null,
      accepts: null,
    },
    judge.row,
  );
  return judge.settle(column, code, message, id, answer) && answer.option === "same" ? (first ?? null) : null;
}
