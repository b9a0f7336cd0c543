import iconv from "iconv-lite";
import { expect, test } from "vitest";
import type { Answers } from "./docket";
import { newShop } from "./fixtures/truth";
import { sheetXml, writeWorkbook } from "./fixtures/write-workbook";
import { applyRemembered, guessMapping, rememberMapping } from "./guess-mapping";
import type { JobValues } from "./job-values";
import type { CustomerValues } from "./judge-customers";
import type { PowderValues } from "./judge-powders";
import { judgeSheet } from "./judge-sheet";
import type { Judgement, ShopFacts } from "./judgement";
import { readImportFile } from "./read-file";
import { doAtOnce } from "./steps";

type Any = Judgement<JobValues> | Judgement<PowderValues> | Judgement<CustomerValues>;

async function bring<Values>(bytes: Uint8Array | string, facts: ShopFacts, answers: Answers = {}) {
  const { sheets } = await readImportFile(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  const guess = doAtOnce(guessMapping(sheets));
  const judged = doAtOnce(judgeSheet(sheets, guess.mapping, facts, answers)) as Any as Judgement<Values>;
  return {
    guess,
    judged,
    fields: guess.mapping.fields,
    row: (row: number) => judged.rows[row - 1],
    topics: new Set(judged.questions.map(({ topic }) => topic)),
  };
}

const nord: ShopFacts = {
  ...newShop,
  today: "2026-03-01",
  currency: "EUR",
  units: "metric",
  customers: ["Müller Metallbau GmbH", "Schlosserei Huber", "Anna Weiß"].map((name, i) => ({
    id: `k${i}`,
    name,
  })),
};

const auftragsbuch = iconv.encode(
  `Pulverbeschichtung Nord;;;;;;;;;;
Auftragsbuch 2025;;;;;;;;;;
;;;;;;;;;;
Auftr.-Nr.;Eingang;Liefertermin;Kunde;Teile;RAL/Farbe;m²;Netto;Status;bez.;Bemerkung
;;;;;;€;;;;
--- Januar ---;;;;;;;;;;
2025-001;13.01.2025;17.01.2025;Müller Metallbau;Geländer 12 m;RAL 7016 feinstruktur;14,5;1.250,00 €;abgeholt;ja;
2025-002;14.01.2025;;Schlosserei Huber;20 Stk Winkel;schwarz matt;3,2;180,50 €;geliefert;offen;Gewinde abkleben
2025-003;15.01.2025;31.02.2025;Anna Weiss;Felgen 4 Stk;9005 glänzend;2,4;n. V.;im Ofen;;
2025-004;16.01.2025;24.01.2025;Barverkauf;Fahrradrahmen;weiß;;80,-;fertig;bar;
2025-005;16.01.2025;KW 5;dito;Tor;DB 703;22;ca. 900;storniert;;
Summe;;;;;;;2.410,50 €;;;
`,
  "windows-1252",
);

test("reads a German order book: Windows-1252, semicolons, decimal commas, day first", async () => {
  const { judged, row, fields } = await bring<JobValues>(auftragsbuch, nord);
  expect(fields).toEqual([
    "number",
    "received",
    "due",
    "customer",
    "parts",
    "colour",
    "area",
    "price",
    "status",
    "paid",
    "notes",
  ]);
  expect(judged.counts).toMatchObject({
    rowsInAll: 12,
    furniture: 7,
    ok: 2,
    decide: 2,
    refuse: 1,
    priceCents: 143_050,
    "area:m2": 17.7,
  });
  expect(row(7)?.values).toMatchObject({
    number: "2025-001",
    receivedOn: "2025-01-13",
    dueOn: "2025-01-17",
    customer: { id: "k0" },
    priceCents: 125_000,
    stageId: "Delivered",
    paid: "yes",
  });
  expect(row(8)?.values).toMatchObject({
    customer: { id: "k1" },
    quantity: 20,
    paid: "no",
    notes: ["Gewinde abkleben"],
  });
  expect(row(9)?.verdict).toBe("refuse");
  expect(row(10)?.problems.map(({ code }) => code)).toEqual(["customer-placeholder", "status-unknown"]);
  expect(row(11)?.problems.map(({ code }) => code)).toEqual([
    "date-words",
    "customer-same-as-above",
    "colour-unknown",
    "price-approximate",
    "status-cancelled",
  ]);
});

const bons = `N° bon\tDate d'entrée\tPour le\tClient\tDésignation\tCouleur\tSurface\tMontant HT\tÉtat\tRemarques
1201\t03/02/2025\t07/02/2025\tMétal Déco\tPortail\tRAL 6005 satiné\t8,5\t640,00\tlivré\t
1202\t04/02/2025\t\tDupont\tJantes x4\tnoir mat\t2,1\t320,00\tprêt\tfragile
1203\t05/02/2025\t10/02/2025\tDupont\tBarrière\tblanc\t3\t1 150,00\ten cours\t
`;

test("asks a French list, whose dates fit both ways, for their order once, and obeys the answer", async () => {
  const asked = await bring<JobValues>(bons, { ...nord, customers: [] });
  expect(asked.judged.counts).toMatchObject({ ok: 0, decide: 3 });
  const orders = asked.judged.questions.filter(({ topic }) => topic === "date-order");
  expect(orders).toHaveLength(1);
  expect(orders[0]?.recommended).toBeNull();
  const answers: Answers = {
    "date-order": { option: "dmy" },
    "area-unit:6": { option: "m2" },
    "customer:metaldeco": { option: "create" },
    "customer:dupont": { option: "create" },
    "status:en cours": { option: "stage:Coating" },
  };
  const { judged, row } = await bring<JobValues>(bons, { ...nord, customers: [] }, answers);
  expect(judged.counts).toMatchObject({ ok: 3, decide: 0, priceCents: 211_000, "area:m2": 13.6 });
  expect(row(2)?.values).toMatchObject({
    receivedOn: "2025-02-03",
    dueOn: "2025-02-07",
    customer: { kind: "new", name: "Métal Déco" },
  });
  expect(row(4)?.values).toMatchObject({
    stageId: "Coating",
    customer: { kind: "new", key: "dupont" },
    priceCents: 115_000,
  });
});

test("reads a British stock list in kilograms and pounds sterling", async () => {
  const { judged, row } = await bring<PowderValues>(
    `Stock list
Manufacturer,Product code,Colour,Stock (kg),Cost £/kg,Box kg,Shelf,Batch No,Use by,Comments
Acme,AX-9016,RAL 9016 Traffic white gloss,12.5,£6.40,20,B2,00123,31/12/2026,
Acme,AX-9005,RAL 9005 Jet black matt,1 box,£6.20,20,B3,00124,01/2027,
Acme Powders,AX-7016,Anthracite,half a box,£7.10,20,B1,,15/03/2026,
Brite,77-1,Candy red,,£22,,A1,X1,,
,,,TOTAL,,,,,,
`,
    { ...nord, currency: "GBP" },
  );
  expect(judged.counts).toMatchObject({ furniture: 3, ok: 3, decide: 1, countedMg: 42_500_000 });
  expect(row(4)?.values).toMatchObject({
    maker: "Acme",
    name: "Jet black",
    colourCode: "RAL 9005",
    gloss: "matte",
    lot: "00124",
    price: { cents: 620, per: "kg" },
    expiresOn: "2027-01-31",
  });
  expect(row(5)?.values?.maker).toBe("Acme");
});

test("reads a German workbook whose number formats carry unit, date and zeros", async () => {
  const sheet = sheetXml([
    ["Pulverbestand"],
    ["Hersteller", "Art.-Nr.", "Farbton", "Bestand", "Gebinde", "EK", "MHD", "Charge"],
    ["Tigra", "T-9005", "RAL 9005 tiefschwarz matt", [1.5, 2], "20 kg", [6.4, 3], [46387, 1], [7666, 4]],
    ["Tigra", "T-9016", "RAL 9016", "12,5 kg", "20 kg", "5,90 €/kg", [46387, 1], "4E10"],
    ["Tigra", "T-7016", "RAL 7016", "leer", "20 kg", [7, 3], [46387, 1], "00012"],
  ]);
  const bytes = writeWorkbook(
    [
      {
        name: "Notizen",
        xml: sheetXml([
          ["Preise", "je kg"],
          ["a", 1],
        ]),
      },
      { name: "Pulver", xml: sheet },
    ],
    ["dd\\.mm\\.yyyy", '0.0#\\ "Karton"', '#,##0.00\\ "€"', "0000000"],
  );
  const { guess, judged, row } = await bring<PowderValues>(bytes, nord, { "price-unit:5": { option: "kg" } });
  expect(guess.mapping).toMatchObject({ kind: "powders", sheet: 1, headerAt: 1 });
  expect(judged.counts).toMatchObject({ ok: 3, decide: 0, countedMg: 42_500_000 });
  expect(row(3)?.values).toMatchObject({
    code: "T-9005",
    colourCode: "RAL 9005",
    gloss: "matte",
    lot: "0007666",
    price: { cents: 640, per: "kg" },
    expiresOn: "2026-12-31",
  });
  expect(row(4)?.values).toMatchObject({ lot: "4E10", price: { cents: 590, per: "kg" } });
});

test("takes a job list of few columns, and asks what it does not say", async () => {
  const { judged, topics, row } = await bring<JobValues>(
    `Client,Job #,Qty,Item,In,Total\nBob's Bikes,101,2,frames,3/4/25,$120\nSmith,102,4,wheels,4/5/25,"$1,150"\n`,
    { ...newShop, today: "2025-06-01" },
  );
  expect(judged.counts).toMatchObject({ ok: 0, decide: 2 });
  expect(topics).toEqual(new Set(["date-order", "customer", "status"]));
  expect(row(3)?.values).toMatchObject({ priceCents: 115_000, quantity: 4, description: "wheels" });
});

test("guesses the columns of a file without headings from the cells alone", async () => {
  const { guess, fields } = await bring<JobValues>(
    `101,2025-01-05,Bob's Bikes,4 wheels,RAL 9005,120.50,done\n102,2025-01-06,Smith & Co,gate,RAL 9016,80.00,done\n103,2025-01-07,Jones Fab,rail,black,95.25,ready\n104,2025-01-08,Bob's Bikes,frame,RAL 3020,60.00,done\n`,
    { ...newShop, today: "2025-06-01" },
  );
  expect(guess.mapping.headerAt).toBeNull();
  expect(fields).toEqual(["number", "received", "customer", "parts", "colour", "price", "status"]);
});

const lines = `Job #,Customer,Date,Part,Qty,Color,Price,Status
501,Acme,1/15/2025,gate,1,RAL 9005,100,done
501,Acme,1/15/2025,post,4,RAL 9005,80,done
502,Beta,1/16/2025,rail,2,white,60,done
502,Beta,1/16/2025,rail cap,2,white,10,done
502,Beta,1/16/2025,gate,1,white,100,done
503,Acme,1/17/2025,gate,1,RAL 9005,100,done
`;

test("asks once whether rows of one number are parts of one job", async () => {
  const shop = {
    ...newShop,
    today: "2025-06-01",
    customers: ["Acme", "Beta"].map((name) => ({ id: name, name })),
  };
  expect((await bring<JobValues>(lines, shop)).judged.counts).toMatchObject({
    ok: 3,
    decide: 3,
    "decide:same-number": 3,
  });
  const { judged, row } = await bring<JobValues>(lines, shop, { "same-number": { option: "parts" } });
  expect(judged.counts).toMatchObject({ ok: 6, decide: 0 });
  expect([row(2), row(3), row(4), row(6)].map((one) => one?.values?.partOfRow)).toEqual([null, 2, null, 4]);
});

const guess = async (text: string) =>
  doAtOnce(guessMapping((await readImportFile(Buffer.from(text))).sheets, "jobs"));

test("remembers a corrected mapping for the next file of the same headings, in any order", async () => {
  const first = await guess("Client,Job #,Ref,In\nBob,1,x,2025-01-05\n");
  const corrected = {
    ...first.mapping,
    fields: first.columns.map(({ header, field }) => (header === "Ref" ? "po" : field)),
  };
  const remembered = rememberMapping(first.columns, corrected);
  const second = applyRemembered(await guess("Ref,In,Client,Job #\ny,2025-02-05,Ann,2\n"), remembered);
  expect(second.mapping.fields).toEqual(["po", "received", "customer", "number"]);
});

test("sees dates that a spreadsheet of another country has exchanged", async () => {
  const rows: (string | number | [number, number] | null)[][] = [
    ["Job", "Date in", "Customer", "Status"],
    ...Array.from({ length: 10 }, (_, i): (string | [number, number])[] => [
      `A${i}`,
      [45658 + i, 1],
      "Acme",
      "done",
    ]),
    ...["13/01/2025", "14/01/2025", "25/01/2025", "30/01/2025"].map((text, i) => [
      `B${i}`,
      text,
      "Acme",
      "done",
    ]),
  ];
  const { topics } = await bring<JobValues>(
    writeWorkbook([{ name: "log", xml: sheetXml(rows) }], ["dd\\/mm\\/yyyy"]),
    { ...newShop, today: "2025-06-01", customers: [{ id: "a", name: "Acme" }] },
  );
  expect(topics).toContain("date-order");
});

test("keeps every cell of columns that fill no field", async () => {
  const { row, judged } = await bring<JobValues>(
    "Job #,Customer,Date,Status,Gate code,Cost\n1,Acme,2025-01-05,done,77-A,12.50\n",
    { ...newShop, customers: [{ id: "a", name: "Acme" }] },
  );
  expect(row(2)?.values?.extra).toEqual({ "Gate code": "77-A", Cost: "12.50" });
  expect(judged.unmapped).toEqual([{ column: 4, header: "Gate code", filled: 1 }]);
});

test("merges a customer into one that the shop has already only when told to", async () => {
  const list =
    "Name,Phone,Email,Active\nAcme Inc,413-555-0142,,yes\nAcme of Ohio,,INFO@example.com,no\nBeta,,,yes\n";
  const facts: ShopFacts = {
    ...newShop,
    customers: [{ id: "a", name: "ACME", phones: [], emails: ["info@example.com"] }],
  };
  expect((await bring<CustomerValues>(list, facts)).judged.counts).toMatchObject({ ok: 1, decide: 2 });
  const { row } = await bring<CustomerValues>(list, facts, {
    "row:2:double": { option: "merge" },
    "row:3:double": { option: "merge" },
    "row:3:inactive": { option: "active" },
  });
  expect(row(2)?.values?.mergeInto).toEqual({ id: "a" });
  expect(row(3)?.values).toMatchObject({ mergeInto: { id: "a" }, isInactive: false });
});
