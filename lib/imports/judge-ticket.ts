import { cellText } from "./cell";
import { type Docket, leaveRowOut } from "./docket";
import type { RowJudge, ShopFacts } from "./judgement";
import { rowFingerprint, type Table } from "./lay-table";
import { readTicket, reworkOf, ticketKey } from "./read-ticket";
import { mapInSteps, type Steps } from "./steps";

/** The numbers of a log's jobs and of the shop's. */
export type TicketBook = {
  firstRow: Map<string, number>;
  known: ReadonlySet<string>;
  /** Rows of one number are parts of one job: null while that is asked. */
  sharesNumbers: boolean | null;
  reworkOf: (ticket: string) => string | null;
};

/** Puts the log's numbers in order, and asks where many neighbours share one whether they are parts of one job. */
export function* openTickets(table: Table, facts: ShopFacts, docket: Docket): Steps<TicketBook> {
  const column = table.column("number");
  const keys = yield* mapInSteps(column?.cells ?? [], (cell) => ticketKey(readTicket(cellText(cell))));
  const all = new Set(keys);
  const prints = yield* mapInSteps(table.data, ({ cells }) => rowFingerprint(cells));
  const neighbours = keys.filter(
    (key, i) => i > 0 && key !== "" && key === keys[i - 1] && prints[i] !== prints[i - 1],
  ).length;
  const many = neighbours >= 3 && neighbours > keys.length * 0.1;
  const answer = many
    ? docket.ask(
        {
          id: "same-number",
          scope: "file",
          topic: "same-number",
          text: `${neighbours} rows bear the number of the row above. Are they further parts of the same job?`,
          typed: "",
          options: [
            { id: "parts", label: "Yes, parts of one job" },
            { id: "separate", label: "No, ask about each" },
          ],
          recommended: "parts",
          accepts: null,
        },
        0,
      )
    : null;
  return {
    firstRow: new Map(),
    known: new Set(facts.jobNumbers.map(ticketKey)),
    sharesNumbers: many && !answer ? null : answer?.option === "parts",
    reworkOf: (ticket) => {
      const base = reworkOf(ticket);
      return base !== null && (all.has(ticketKey(base)) || /\d{3}/.test(base)) ? base : null;
    },
  };
}

/** A row's job number; a missing or doubled one asks. */
export function judgeTicket(
  judge: RowJudge,
  table: Table,
  book: TicketBook,
  docket: Docket,
): { number: string | null; partOfRow: number | null } {
  const column = table.column("number")?.at ?? null;
  if (column === null) return { number: null, partOfRow: null };
  const ticket = readTicket(cellText(judge.raw[column]));
  const key = ticketKey(ticket);
  if (key === "")
    return {
      number: ask(judge, column, docket, "ticket-missing", "The job has no number.", "next"),
      partOfRow: null,
    };
  const first = book.firstRow.get(key);
  if (first !== undefined && book.sharesNumbers === null) {
    judge.decide(column, "same-number", `Row ${first} has the number ${ticket} already.`, "same-number");
    return { number: ticket, partOfRow: null };
  }
  if (first !== undefined && book.sharesNumbers) return { number: ticket, partOfRow: first };
  if (first !== undefined)
    return {
      number: ask(
        judge,
        column,
        docket,
        "ticket-duplicate",
        `Row ${first} has the number ${ticket} already.`,
        null,
      ),
      partOfRow: null,
    };
  book.firstRow.set(key, judge.row);
  if (book.known.has(key))
    return {
      number: ask(
        judge,
        column,
        docket,
        "ticket-known",
        `The shop has a job ${ticket} already.`,
        "leave-out",
      ),
      partOfRow: null,
    };
  return { number: ticket, partOfRow: null };
}

function ask(
  judge: RowJudge,
  column: number,
  docket: Docket,
  code: string,
  message: string,
  recommended: string | null,
): string | null {
  const id = `row:${judge.row}:${code}`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${message} Which number shall it have?`,
      typed: cellText(judge.raw[column]),
      options: [{ id: "next", label: "The shop's next number" }, leaveRowOut],
      recommended,
      accepts: "text",
    },
    judge.row,
  );
  if (!judge.settle(column, code, message, id, answer)) return null;
  return answer.option === "typed" ? readTicket(answer.value ?? "") : null;
}
