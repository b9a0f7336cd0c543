import type { Gloss, MassUnit, Texture } from "@/db/vocabulary";
import { minorDigits } from "../measures/format-money";
import { cellText } from "./cell";
import { codeKey } from "./colour-book";
import { type MarkHabit, settleDecimals } from "./decimal-habits";
import { type Answers, type Docket, openDocket } from "./docket";
import { fieldLabels, fieldsKeptAsTheyCame } from "./fields";
import { type AmountColumn, type AmountValue, judgeAmount } from "./judge-amount";
import { askForDate, type DateColumn, judgeDate, openDateColumns } from "./judge-date";
import { judgeLot, lotKey } from "./judge-lot";
import { judgePowderPrice, type PowderPrice } from "./judge-powder-price";
import { absurdFrom, type PriceColumn } from "./judge-price";
import { judgeRows } from "./judge-rows";
import { extraCells } from "./judge-words";
import type { Judgement, RowJudge, ShopFacts } from "./judgement";
import { type Table, unmappedColumns } from "./lay-table";
import { readMass, unitOf } from "./read-mass";
import { readPowderName } from "./read-powder-name";
import { type Makers, settleMakers } from "./settle-makers";
import { endsStep, type Steps } from "./steps";
import { openTally } from "./tally";
import { settleMassUnit, settlePerUnit } from "./unit-habits";
import { unitePowders } from "./unite-powders";

/** A lot of powder as an old sheet tells it, with the powder it is of. */
export type PowderValues = {
  maker: string;
  code: string;
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture | null;
  chemistry: string;
  specificGravity: number | null;
  lot: string;
  /** The row whose lot this amount is added to. */
  sameLotAsRow: number | null;
  amount: AmountValue | null;
  boxMg: number | null;
  price: PowderPrice | null;
  location: string;
  openedOn: string | null;
  receivedOn: string | null;
  madeOn: string | null;
  expiresOn: string | null;
  notes: string[];
  extra: Record<string, string>;
};

/** Judges every record of a powder list: one lot a row, its powder by maker and code. */
export function* judgePowders(
  table: Table,
  facts: ShopFacts,
  answers: Answers,
): Steps<Judgement<PowderValues>> {
  const docket = openDocket(answers);
  const notes: string[] = [];
  const dated = ["opened", "received", "made", "expiry"].flatMap((field) => {
    const column = table.column(field);
    return column ? [{ ...column, field, label: fieldLabels.powders[field] ?? field }] : [];
  });
  const dates = yield* openDateColumns(dated, facts.today, docket, notes);
  const shared = yield* openShared(table, facts, docket, dates);
  const tally = openTally();
  const rows = yield* judgeRows(table, (judge) => judgePowder(judge, table, shared, docket));
  yield* unitePowders(rows);
  for (const [at, row] of rows.entries()) {
    if (endsStep(at)) yield;
    tally.row(row);
    if (row.verdict !== "ok" || !row.values?.amount) continue;
    tally.add(row.values.amount.isApproximate ? "estimatedMg" : "countedMg", row.values.amount.mg);
    tally.add(row.values.amount.isApproximate ? "estimatedRows" : "countedRows", 1);
  }
  return {
    kind: "powders",
    rows,
    questions: docket.questions(),
    notes,
    counts: tally.counts(),
    unmapped: yield* unmappedColumns(table),
  };
}

type Shared = {
  dates: Map<string, DateColumn>;
  amount: AmountColumn | undefined;
  box: { at: number; habit: MarkHabit; unit: MassUnit | null } | undefined;
  boxSizes: Map<string, number[]>;
  price: (PriceColumn & { per: MassUnit | null }) | undefined;
  makers: Makers;
  lots: Map<string, number>;
  knownLots: ReadonlySet<string>;
};

function* openShared(
  table: Table,
  facts: ShopFacts,
  docket: Docket,
  dates: Map<string, DateColumn>,
): Steps<Shared> {
  const fallback: MassUnit = facts.units === "metric" ? "kg" : "lb";
  const [amount, box, price] = [table.column("amount"), table.column("box"), table.column("price")];
  const marks = yield* settleDecimals(
    [amount, box, price].flatMap((column) => column ?? []),
    docket,
    facts.units === "metric" && facts.currency !== "USD" ? "," : ".",
  );
  const plain: MarkHabit = { mark: ".", waitsFor: null };
  const amountHabit = (amount && marks.get(amount.at)) ?? plain;
  const boxHabit = (box && marks.get(box.at)) ?? plain;
  const units = table.column("unit")?.cells.map((cell) => unitOf(cellText(cell)));
  const unitless =
    amount && units ? { ...amount, cells: amount.cells.filter((_, at) => !units[at]) } : amount;
  const unit = unitless ? settleMassUnit(unitless, amountHabit.mark, docket, fallback) : null;
  const priceHabit = (price && marks.get(price.at)) ?? plain;
  const digits = minorDigits(facts.currency);
  const makerAt = table.mapping.fields.indexOf("maker");
  const codeAt = table.mapping.fields.indexOf("code");
  yield;
  const shared: Shared = {
    dates,
    amount: amount && { at: amount.at, habit: amountHabit, unit },
    box: box && { at: box.at, habit: boxHabit, unit: unit ?? fallback },
    boxSizes: new Map(),
    price: price && {
      at: price.at,
      label: "Price",
      habit: priceHabit,
      digits,
      currency: facts.currency,
      absurdFrom: yield* absurdFrom(price.cells, priceHabit, digits),
      per: settlePerUnit(price, docket, unit ?? fallback),
    },
    makers: yield* settleMakers(
      table.data.map(({ cells }) => ({ maker: cellText(cells[makerAt]), code: cellText(cells[codeAt]) })),
      [...new Set(facts.powders.map(({ maker }) => maker))],
      docket,
    ),
    lots: new Map(),
    knownLots: new Set(facts.lotKeys),
  };
  for (const [at, { cells }] of table.data.entries()) {
    if (endsStep(at)) yield;
    const size = shared.box
      ? readMass(cells[shared.box.at], { mark: shared.box.habit.mark, unit: shared.box.unit, boxMg: null })
      : null;
    if (size?.kind !== "amount" || size.mg <= 0) continue;
    const key = codeKey(cellText(cells[codeAt]));
    shared.boxSizes.set(key, [...new Set([...(shared.boxSizes.get(key) ?? []), size.mg])].slice(0, 5));
  }
  return shared;
}

function judgePowder(judge: RowJudge, table: Table, shared: Shared, docket: Docket): PowderValues {
  const text = (field: string) => cellText(judge.cell(field));
  const beside = [text("colourCode"), text("gloss"), text("texture")].filter((one) => one !== "").join(" ");
  const colour = readPowderName(text("name"), beside);
  const code = text("code") || colour.name;
  if (code === "")
    judge.refuse(judge.column("code") ?? judge.column("name"), "powder-missing", "The row names no powder.");
  const maker = shared.makers.resolve(judge, judge.column("maker"), text("maker"));
  const box = shared.box
    ? readMass(judge.raw[shared.box.at], { mark: shared.box.habit.mark, unit: shared.box.unit, boxMg: null })
    : null;
  const boxMg = box?.kind === "amount" && box.mg > 0 ? box.mg : null;
  const own = shared.amount && { ...shared.amount, unit: unitOf(text("unit")) ?? shared.amount.unit };
  const amount = own
    ? (judgeAmount(judge, own, boxMg, shared.boxSizes.get(codeKey(text("code"))) ?? [], docket) ?? null)
    : null;
  const openedOn = judgeDate(judge, shared.dates.get("opened"), docket, null) ?? null;
  const receivedOn = judgeDate(judge, shared.dates.get("received"), docket, openedOn) ?? null;
  const madeOn = judgeDate(judge, shared.dates.get("made"), docket, receivedOn ?? openedOn) ?? null;
  const expiresOn =
    judgeExpiry(judge, shared.dates.get("expiry"), docket, [openedOn, receivedOn, madeOn]) ?? null;
  const lot = text("lot");
  const gravity = Number(text("specificGravity").replace(",", "."));
  const kept = fieldsKeptAsTheyCame.powders;
  return {
    maker,
    code,
    ...colour,
    chemistry: text("chemistry"),
    specificGravity: gravity >= 0.5 && gravity <= 5 ? gravity : null,
    lot,
    sameLotAsRow: code === "" ? null : judgeLot(judge, shared, lotKey(maker, code, lot), lot, docket),
    amount,
    boxMg,
    price: shared.price ? judgePowderPrice(judge, shared.price, docket) : null,
    location: text("location"),
    openedOn,
    receivedOn,
    madeOn,
    expiresOn,
    notes: judge
      .columns("notes")
      .map((at) => cellText(judge.raw[at]))
      .filter((note) => note !== ""),
    extra: extraCells(judge, table.headers, (column) => {
      const field = table.mapping.fields[column];
      return field != null && !kept.has(field);
    }),
  };
}

function judgeExpiry(
  judge: RowJudge,
  column: DateColumn | undefined,
  docket: Docket,
  before: (string | null)[],
): string | null | undefined {
  const iso = judgeDate(judge, column, docket, before.find((one) => one !== null) ?? null);
  const latest = before
    .filter((one) => one !== null)
    .toSorted()
    .at(-1);
  if (!column || !iso || !latest || iso >= latest) return iso;
  return askForDate(
    judge,
    column,
    docket,
    "expiry-before-opened",
    `Expired on ${iso}, before ${latest}.`,
    [iso],
    null,
  );
}
