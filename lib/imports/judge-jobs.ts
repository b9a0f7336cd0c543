import { minorDigits } from "../measures/format-money";
import { cellText } from "./cell";
import { openColourBook } from "./colour-book";
import { type MarkHabit, settleDecimals } from "./decimal-habits";
import { type Answers, openDocket } from "./docket";
import { fieldLabels, fieldsKeptAsTheyCame } from "./fields";
import type { JobValues } from "./job-values";
import { type AreaColumn, judgeArea } from "./judge-area";
import { type DateColumn, judgeDate, openDateColumns } from "./judge-date";
import { judgeDue, judgeReceived } from "./judge-job-dates";
import { absurdFrom, judgePrice, type PriceColumn } from "./judge-price";
import { judgeRows } from "./judge-rows";
import { judgeTicket, openTickets, type TicketBook } from "./judge-ticket";
import { extraCells, judgeColour, judgeStatus, openColourReader, openStageReader } from "./judge-words";
import type { Judgement, RowJudge, ShopFacts } from "./judgement";
import { rowFingerprint, type Table, unmappedColumns } from "./lay-table";
import { readPaid } from "./read-paid";
import { readQuantity } from "./read-quantity";
import { type CustomerResolver, openCustomerResolver } from "./resolve-customer";
import { endsStep, type Steps } from "./steps";
import { openTally } from "./tally";
import { settleAreaUnit } from "./unit-habits";

/** Judges every record of a job log against what the shop has and the answers given so far. */
export function* judgeJobs(table: Table, facts: ShopFacts, answers: Answers): Steps<Judgement<JobValues>> {
  const docket = openDocket(answers);
  const notes: string[] = [];
  const labels = fieldLabels.jobs;
  const dated = ["received", "due", "delivered"].flatMap((field) => {
    const column = table.column(field);
    return column ? [{ ...column, field, label: labels[field] ?? field }] : [];
  });
  const dates = yield* openDateColumns(dated, facts.today, docket, notes);
  const [price, area] = [table.column("price"), table.column("area")];
  const numeric = [...(price ? [{ ...price, isMoney: true as const }] : []), ...(area ? [area] : [])];
  const marks = yield* settleDecimals(
    numeric,
    docket,
    facts.units === "metric" && facts.currency !== "USD" ? "," : ".",
  );
  yield;
  const book = openColourBook(facts.powders);
  const shared: Shared = {
    facts,
    docket,
    dates,
    price: yield* priceColumn(table, facts, marks),
    area: areaColumn(table, facts, marks, docket),
    tickets: yield* openTickets(table, facts, docket),
    customers: yield* openCustomerResolver(
      facts.customers,
      table.column("customer")?.cells.map(cellText) ?? [],
      docket,
    ),
    readColour: openColourReader(book),
    findStage: openStageReader(facts.stages),
    book,
  };
  const seen = new Map<string, number>();
  const tally = openTally();
  const rows = yield* judgeRows(table, (judge, cells) => {
    const print = rowFingerprint(cells);
    const first = seen.get(print);
    if (first !== undefined)
      judge.refuse(null, "exact-copy", `Every cell equals row ${first}: pasted twice.`);
    else seen.set(print, judge.row);
    return judgeJob(judge, table, shared, first !== undefined);
  });
  for (const [at, row] of rows.entries()) {
    if (endsStep(at)) yield;
    tally.row(row);
    if (row.verdict !== "ok" || !row.values) continue;
    tally.add("priceCents", row.values.priceCents ?? 0);
    tally.add(row.values.priceCents === null ? "withoutPrice" : "withPrice", 1);
    if (row.values.area) tally.add(`area:${row.values.area.unit}`, row.values.area.value);
    tally.add(`stage:${row.values.stageId}`, 1);
  }
  return {
    kind: "jobs",
    rows,
    questions: docket.questions(),
    notes,
    counts: tally.counts(),
    unmapped: yield* unmappedColumns(table),
  };
}

type Shared = {
  facts: ShopFacts;
  docket: ReturnType<typeof openDocket>;
  dates: Map<string, DateColumn>;
  price: PriceColumn | undefined;
  area: AreaColumn | undefined;
  tickets: TicketBook;
  customers: CustomerResolver;
  readColour: ReturnType<typeof openColourReader>;
  findStage: ReturnType<typeof openStageReader>;
  book: ReturnType<typeof openColourBook>;
};

type Marks = Map<number, MarkHabit>;

function* priceColumn(table: Table, facts: ShopFacts, marks: Marks): Steps<PriceColumn | undefined> {
  const column = table.column("price");
  const habit = column && marks.get(column.at);
  if (!column || !habit) return undefined;
  const digits = minorDigits(facts.currency);
  return {
    at: column.at,
    label: fieldLabels.jobs.price ?? "Price",
    habit,
    digits,
    currency: facts.currency,
    absurdFrom: yield* absurdFrom(column.cells, habit, digits),
  };
}

function areaColumn(
  table: Table,
  facts: ShopFacts,
  marks: Marks,
  docket: Shared["docket"],
): AreaColumn | undefined {
  const column = table.column("area");
  const habit = column && marks.get(column.at);
  if (!column || !habit) return undefined;
  return {
    at: column.at,
    habit,
    unit: settleAreaUnit(column, habit.mark, docket, facts.units === "metric" ? "m2" : "ft2"),
  };
}

function judgeJob(judge: RowJudge, table: Table, shared: Shared, isCopy: boolean): JobValues {
  const { facts, docket, dates } = shared;
  const text = (field: string) => cellText(judge.cell(field));
  const ticket = isCopy
    ? { number: null, partOfRow: null }
    : judgeTicket(judge, table, shared.tickets, docket);
  const receivedOn = judgeReceived(judge, dates, docket);
  const dueOn = judgeDue(judge, dates, docket, receivedOn ?? null);
  const deliveredOn = judgeDate(judge, dates.get("delivered"), docket, receivedOn ?? null) ?? null;
  const customer = shared.customers.resolve(judge, text("customer"), judge.column("customer"));
  const colourTyped = joined(judge, ["colour", "gloss"]);
  const coats =
    judgeColour(judge, judge.column("colour"), colourTyped, shared.readColour, shared.book, docket) ?? [];
  const area = judgeArea(judge, shared.area, docket) ?? null;
  const priceCents = judgePrice(judge, shared.price, docket) ?? null;
  const stageId =
    judgeStatus(
      judge,
      judge.column("status"),
      statusTyped(text("status"), deliveredOn, table),
      facts.stages,
      shared.findStage,
      docket,
    ) ?? null;
  const description = judge
    .columns("parts")
    .map((at) => cellText(judge.raw[at]))
    .filter((one) => one !== "")
    .join("\n");
  const kept = fieldsKeptAsTheyCame.jobs;
  return {
    ...ticket,
    reworkOf: ticket.number === null ? null : shared.tickets.reworkOf(ticket.number),
    receivedOn: receivedOn ?? null,
    dueOn: dueOn ?? null,
    deliveredOn,
    customer,
    description,
    quantity: readQuantity(text("quantity"), description),
    coats,
    colourTyped,
    area,
    priceCents,
    stageId,
    statusTyped: text("status"),
    paid: readPaid(text("paid")),
    paidTyped: text("paid"),
    substrateTyped: text("substrate"),
    po: text("po"),
    notes: [
      ...judge.columns("notes").map((at) => cellText(judge.raw[at])),
      ...wordsKept(judge, table),
    ].filter((note) => note !== ""),
    extra: extraCells(judge, table.headers, (column) => {
      const field = table.mapping.fields[column];
      return field != null && !kept.has(field);
    }),
  };
}

const joined = (judge: RowJudge, fields: string[]) =>
  fields
    .flatMap((field) => judge.columns(field))
    .map((at) => cellText(judge.raw[at]))
    .filter((one) => one !== "")
    .join(" ");

/** A job that left the shop on a day it names is delivered, even where the status says nothing. */
const statusTyped = (status: string, deliveredOn: string | null, table: Table) =>
  status === "" && deliveredOn !== null && table.column("delivered") ? "delivered" : status;

/** Cells of dates, prices and areas that hold words go into the notes when the value itself is left blank. */
function wordsKept(judge: RowJudge, table: Table): string[] {
  const codes = new Set([
    "date-words",
    "price-words",
    "price-approximate",
    "price-per-each",
    "area-no-area",
    "area-words",
    "area-other-unit",
    "date-no-year",
  ]);
  return judge.problems.flatMap(({ code, column, severity }) => {
    if (column === null || severity !== "mark" || !codes.has(code)) return [];
    return [`${table.headers[column] || "Was"}: ${cellText(judge.raw[column])}`];
  });
}
