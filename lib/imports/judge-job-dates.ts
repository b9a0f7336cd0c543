import type { Docket } from "./docket";
import { askForDate, type DateColumn, judgeDate } from "./judge-date";
import type { RowJudge } from "./judgement";
import { readDate } from "./read-date";

/** The day a job came in; a missing one asks. */
export function judgeReceived(
  judge: RowJudge,
  dates: Map<string, DateColumn>,
  docket: Docket,
): string | null | undefined {
  const column = dates.get("received");
  const due = dates.get("due");
  const near = due ? readDate(judge.raw[due.at], { order: due.order, month: "first" }) : null;
  const iso = judgeDate(judge, column, docket, near?.kind === "date" ? near.iso : null);
  if (iso !== null || !column) return iso;
  if (judge.problems.some(({ column: at }) => at === column.at)) return iso;
  return askForDate(judge, column, docket, "date-in-missing", "The day of receipt is missing.", [], null);
}

/** The day a job is due; one before its receipt asks. */
export function judgeDue(
  judge: RowJudge,
  dates: Map<string, DateColumn>,
  docket: Docket,
  receivedOn: string | null,
): string | null | undefined {
  const column = dates.get("due");
  const iso = judgeDate(judge, column, docket, receivedOn);
  if (!column || !iso || !receivedOn || iso >= receivedOn) return iso;
  return askForDate(
    judge,
    column,
    docket,
    "due-before-received",
    `Due ${iso} is before the job came in on ${receivedOn}.`,
    [iso],
    null,
  );
}
