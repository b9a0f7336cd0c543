import { expect, test } from "vitest";
import { openColourBook } from "./colour-book";
import { takeRecommended } from "./docket";
import { answerByTruth, type Knowledge } from "./fixtures/answer";
import { customerDiffers, jobDiffers, powderDiffers } from "./fixtures/differs";
import { type Grade, grade } from "./fixtures/grade";
import { canEncode, type Lettering, reletter } from "./fixtures/reletter";
import {
  customersOf,
  newShop,
  powdersOf,
  readFixture,
  type TrueRow,
  trueRows,
  truth,
} from "./fixtures/truth";
import { guessMapping } from "./guess-mapping";
import { type AnyJudgement, judgeSheet } from "./judge-sheet";
import type { ShopFacts } from "./judgement";
import { readImportFile } from "./read-file";
import { doAtOnce } from "./steps";

const american: Knowledge = { dateOrder: "mdy", decimal: ".", area: "ft2", mass: "lb" };

/** Reads a file by the guessed mapping; questions about the whole file are answered, as a person would first. */
async function bringIn(bytes: Uint8Array, facts: ShopFacts, knowledge: Knowledge) {
  const { sheets } = await readImportFile(bytes);
  const { mapping } = doAtOnce(guessMapping(sheets, undefined, openColourBook(facts.powders)));
  const first = doAtOnce(judgeSheet(sheets, mapping, facts, {}));
  const fileAnswers = answerByTruth(
    first.questions.filter(({ scope }) => scope === "file"),
    [],
    knowledge,
  );
  const judged = doAtOnce(judgeSheet(sheets, mapping, facts, fileAnswers));
  const settle = (rows: TrueRow[]) =>
    doAtOnce(
      judgeSheet(sheets, mapping, facts, {
        ...fileAnswers,
        ...answerByTruth(judged.questions, rows, knowledge),
      }),
    );
  return { mapping, judged, settle, asked: Object.keys(fileAnswers) };
}

async function customersIn(bytes: Uint8Array, knowledge = american, rows = trueRows("customers.csv")) {
  const { judged, settle } = await bringIn(bytes, newShop, knowledge);
  if (judged.kind !== "customers") throw new Error(`read as ${judged.kind}`);
  const settled = settle(rows);
  if (settled.kind !== "customers") throw new Error("unreachable");
  return { judged, settled, score: grade(judged, rows, customerDiffers) };
}

async function powdersIn(bytes: Uint8Array, knowledge = american, rows = trueRows("powder-inventory.csv")) {
  const { judged, settle, asked } = await bringIn(bytes, newShop, knowledge);
  if (judged.kind !== "powders") throw new Error(`read as ${judged.kind}`);
  const settled = settle(rows);
  if (settled.kind !== "powders") throw new Error("unreachable");
  return { judged, settled, asked, score: grade(judged, rows, powderDiffers) };
}

const shop: ShopFacts = {
  ...newShop,
  customers: customersOf((await customersIn(readFixture("customers.csv"))).settled),
  powders: powdersOf((await powdersIn(readFixture("powder-inventory.csv"))).judged.rows),
};

async function jobsIn(bytes: Uint8Array, knowledge = american, rows = trueRows("job-log.csv")) {
  const { judged, settle, asked } = await bringIn(bytes, shop, knowledge);
  if (judged.kind !== "jobs") throw new Error(`read as ${judged.kind}`);
  const settled = settle(rows);
  if (settled.kind !== "jobs") throw new Error("unreachable");
  return { judged, settled, asked, score: grade(judged, rows, jobDiffers) };
}

function expectNoHarm(score: Grade) {
  expect(score.lost, "rows lost").toEqual([]);
  expect(score.settledWrong, "settled wrong without asking").toEqual([]);
  expect(score.letIn, "let in though to be refused").toEqual([]);
  expect(score.okRefused, "refused though importable").toEqual([]);
  expect(score.okWrong, "brought in with another value").toEqual([]);
  expect(score.okAsked, "asked though importable as it is").toEqual([]);
}

function expectAllCounted(judged: AnyJudgement, file: string) {
  const { rowsInAll, furniture, ok, decide, refuse } = judged.counts as Record<string, number>;
  const real = truth.files[file];
  expect({ rowsInAll, ok, decide, refuse }).toEqual({
    rowsInAll: real?.rows_in_all,
    ok: real?.importable_as_they_are,
    decide: real?.need_a_decision,
    refuse: real?.must_be_refused,
  });
  expect((furniture ?? 0) + (ok ?? 0) + (decide ?? 0) + (refuse ?? 0)).toBe(rowsInAll);
}

function expectSameCustomers(settled: Awaited<ReturnType<typeof customersIn>>["settled"], rows: TrueRow[]) {
  const ids = new Map(rows.map((row) => [row.row, row.customer]));
  for (const { row, values } of settled.rows) {
    if (values?.mergeInto && "row" in values.mergeInto)
      expect(ids.get(values.mergeInto.row)).toBe(ids.get(row));
  }
}

test("every customer goes in, is asked about or is refused as the truth has it, and doubles merge into 400", async () => {
  const { judged, settled, score } = await customersIn(readFixture("customers.csv"));
  expectNoHarm(score);
  expectAllCounted(judged, "customers.csv");
  expect(customersOf(settled)).toHaveLength(400);
  expectSameCustomers(settled, trueRows("customers.csv"));
});

test("every lot of powder goes in with its grams, and the sums come out", async () => {
  const { judged, settled, score } = await powdersIn(readFixture("powder-inventory.csv"));
  expectNoHarm(score);
  expectAllCounted(judged, "powder-inventory.csv");
  const grams = truth.files["powder-inventory.csv"]?.grams_on_hand_over_importable as Record<
    string,
    string | number
  >;
  expect((judged.counts.countedMg ?? 0) / 1000).toBeCloseTo(Number(grams.counted_exactly), 1);
  expect((judged.counts.estimatedMg ?? 0) / 1000).toBeCloseTo(Number(grams.typed_as_estimates), 1);
  expect(judged.counts.countedRows).toBe(grams.rows_counted_exactly);
  expect(
    new Set(settled.rows.flatMap(({ values }) => (values ? [`${values.maker} ${values.code}`] : []))).size,
  ).toBe(truth.files["powder-inventory.csv"]?.distinct_powders);
  for (const real of trueRows("powder-inventory.csv")) {
    const row = settled.rows[real.row - 1];
    if (row?.verdict === "ok" && row.values)
      expect(powderDiffers(row.values, real), `row ${real.row}`).toBeNull();
  }
});

for (const file of ["job-log.csv", "job-log.xlsx"]) {
  test(`every job of ${file} goes in, is asked about or is refused as the truth has it, and the sums come out`, async () => {
    const { judged, settled, score } = await jobsIn(readFixture(file));
    const real = truth.files["job-log.csv"];
    expectNoHarm(score);
    expectAllCounted(judged, "job-log.csv");
    expect(judged.counts.priceCents).toBe(real?.price_cents_sum_over_importable);
    expect(judged.counts.withPrice).toBe(real?.importable_rows_with_a_price);
    expect(judged.counts.withoutPrice).toBe(real?.importable_rows_without_a_price);
    expect(judged.counts["area:ft2"]).toBeCloseTo(Number(real?.area_sum_over_importable), 1);
    for (const [stage, count] of Object.entries(real?.stages_over_importable as Record<string, number>)) {
      expect(judged.counts[`stage:${stage}`], stage).toBe(count);
    }
    expectAnswersApplied(settled);
  });
}

/** After the answers no row waits, and each row brought in says what the truth says wherever the truth knows it. */
function expectAnswersApplied(settled: Awaited<ReturnType<typeof jobsIn>>["settled"]) {
  expect(settled.counts.decide).toBe(0);
  const created = new Set(["customer_not_in_list"]);
  const unknowable = new Set([
    "price_approximate",
    "price_per_each",
    "price_absurd",
    "ticket_missing",
    "ticket_duplicate",
    "customer_same_as_above",
  ]);
  for (const real of trueRows("job-log.csv")) {
    const row = settled.rows[real.row - 1];
    if (row?.verdict !== "ok" || !row.values || real.reasons.some((reason) => unknowable.has(reason)))
      continue;
    const differs = jobDiffers(row.values, real);
    if (real.reasons.some((reason) => created.has(reason)))
      expect(row.values.customer?.kind, `row ${real.row}`).toBe("new");
    else expect(differs, `row ${real.row} ${real.reasons}`).toBeNull();
  }
}

test("colours are read as the truth reads them: RAL, Federal Standard, the shop's powders, words, several coats", async () => {
  const { judged } = await jobsIn(readFixture("job-log.csv"));
  for (const row of judged.rows) {
    const typed = row.values?.colourTyped ?? "";
    const real = truth.colour_texts[typed];
    if (!real || row.verdict !== "ok" || !row.values) continue;
    const codes = row.values.coats.map((coat) => coat.code);
    if (real.kind === "ral") expect(codes, typed).toEqual([real.ral]);
    else if (real.kind === "fs595") expect(codes, typed).toEqual([`FS ${real.fs}`]);
    else if (real.kind === "maker_code" || real.kind === "powder_name")
      expect(codes, typed).toEqual([real.powder]);
    else if (real.kind === "plain_words")
      expect(
        row.values.coats.map(({ system }) => system),
        typed,
      ).toEqual(["words"]);
    else if (real.kind === "two_stage") {
      expect(codes, typed).toHaveLength(2);
      for (const [i, code] of (real.coats ?? []).entries())
        if (!code.startsWith("any ")) expect(codes[i], typed).toBe(code);
    }
  }
});

test("recommended customers are right wherever one is recommended", async () => {
  const { judged } = await jobsIn(readFixture("job-log.csv"));
  const rows = new Map(trueRows("job-log.csv").map((row) => [row.row, row]));
  let right = 0;
  for (const question of judged.questions) {
    if (question.topic !== "customer" || !question.recommended?.startsWith("customer:")) continue;
    expect(question.recommended, question.typed).toBe(
      `customer:${rows.get(question.rows[0] ?? 0)?.customer}`,
    );
    right++;
  }
  expect(right).toBeGreaterThan(240);
  expect(Object.keys(takeRecommended(judged.questions)).length).toBeGreaterThan(300);
});

const copies: {
  name: string;
  customers: string[];
  jobs: string[];
  powders: string[];
  decimalComma: boolean;
}[] = [
  {
    name: "in other English words",
    customers: [
      "Account",
      "Telephone",
      "E-mail address",
      "Contact person",
      "Billing address",
      "Delivery address",
      "Business name",
      "Category",
      "Payment terms",
      "Customer since",
      "Balance",
      "Remarks",
    ],
    jobs: [
      "Job No.",
      "Received",
      "Promised",
      "Client",
      "Work",
      "Colour",
      "Area (ft²)",
      "Amount",
      "Stage",
      "Settled",
      "Comments",
      "Purchase order",
      "Comments",
      "our cost",
      "profit",
      "",
    ],
    powders: [
      "Manufacturer",
      "Product no.",
      "Shade",
      "On hand (lb)",
      "Cost/lb",
      "Carton",
      "Shelf",
      "Opened on",
      "Batch",
      "Best before",
      "Remarks",
      "",
    ],
    decimalComma: false,
  },
  {
    name: "in German with decimal commas",
    customers: [
      "Kundenname",
      "Telefon",
      "E-Mail",
      "Ansprechpartner",
      "Rechnungsadresse",
      "Lieferadresse",
      "Firma",
      "Kundenart",
      "Zahlungsziel",
      "Angelegt am",
      "Saldo",
      "Bemerkung",
    ],
    jobs: [
      "Auftrags-Nr.",
      "Eingang",
      "Liefertermin",
      "Kunde",
      "Bezeichnung",
      "Farbton",
      "Fläche (ft²)",
      "Betrag",
      "Stand",
      "Bezahlt",
      "Bemerkung",
      "Bestell-Nr.",
      "Bemerkung",
      "Kosten",
      "Marge",
      "",
    ],
    powders: [
      "Hersteller",
      "Artikel-Nr.",
      "Farbton",
      "Bestand (lb)",
      "Preis/lb",
      "Gebinde",
      "Lagerort",
      "geöffnet am",
      "Charge",
      "MHD",
      "Bemerkung",
      "",
    ],
    decimalComma: true,
  },
  {
    name: "in Spanish without units",
    customers: [
      "Cliente",
      "Teléfono",
      "Correo electrónico",
      "Contacto",
      "Dirección de facturación",
      "Dirección de envío",
      "Empresa",
      "Tipo de cliente",
      "Condiciones de pago",
      "Fecha de alta",
      "Saldo",
      "Observaciones",
    ],
    jobs: [
      "Nº pedido",
      "Fecha entrada",
      "Fecha entrega",
      "Cliente",
      "Descripción",
      "Color",
      "Superficie",
      "Importe",
      "Estado",
      "Pagado",
      "Observaciones",
      "Pedido cliente",
      "Observaciones",
      "Coste",
      "Margen",
      "",
    ],
    powders: [
      "Fabricante",
      "Referencia",
      "Color",
      "Existencias",
      "Precio",
      "Caja",
      "Ubicación",
      "Abierto",
      "Lote",
      "Caducidad",
      "Notas",
      "",
    ],
    decimalComma: true,
  },
];

const encodable = async (file: string, columns: number[]) => {
  const { sheets } = await readImportFile(readFixture(file));
  const rows = sheets[0]?.rows ?? [];
  return trueRows(file).filter(({ row }) =>
    columns.every((column) => canEncode(String(rows[row - 1]?.[column] ?? ""), "windows-1252")),
  );
};

for (const [seed, copy] of copies.entries()) {
  const knowledge: Knowledge = {
    dateOrder: "dmy",
    decimal: copy.decimalComma ? "," : ".",
    area: "ft2",
    mass: "lb",
  };
  const hand = (headings: string[], headerAt: number, dates: number[], numbers: number[]): Lettering => ({
    headings,
    headerAt,
    separator: ";",
    encoding: "windows-1252",
    decimalComma: copy.decimalComma,
    dates,
    numbers,
    seed: seed + 7,
  });

  test(`a re-lettered copy ${copy.name} scores the same: customers`, async () => {
    const rows = await encodable("customers.csv", [0]);
    const { judged, score } = await customersIn(
      reletter(readFixture("customers.csv"), hand(copy.customers, 3, [9], [10])),
      knowledge,
      rows,
    );
    expectNoHarm({ ...score, lost: score.lost.filter((row) => rows.some((real) => real.row === row)) });
    expect(judged.counts).toMatchObject({ rowsInAll: 440, furniture: 11, refuse: 3 });
  });

  test(`a re-lettered copy ${copy.name} scores the same: powders`, async () => {
    const { judged, score } = await powdersIn(
      reletter(readFixture("powder-inventory.csv"), hand(copy.powders, 0, [7, 9], [3, 4, 5])),
      knowledge,
    );
    expectNoHarm(score);
    expectAllCounted(judged, "powder-inventory.csv");
  });

  test(`a re-lettered copy ${copy.name} scores the same: jobs`, async () => {
    const rows = await encodable("job-log.csv", [3, 8]);
    const { judged, score } = await jobsIn(
      reletter(readFixture("job-log.csv"), hand(copy.jobs, 0, [1, 2], [6, 7])),
      knowledge,
      rows,
    );
    expectNoHarm({ ...score, lost: score.lost.filter((row) => rows.some((real) => real.row === row)) });
    expect(judged.counts.rowsInAll).toBe(truth.files["job-log.csv"]?.rows_in_all);
    expect(judged.counts.furniture).toBe(29);
  });
}
