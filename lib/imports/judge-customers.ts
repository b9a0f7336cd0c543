import { nameKey } from "@/lib/customers/name-key";
import { cellText } from "./cell";
import { type Answers, type Docket, openDocket } from "./docket";
import { fieldLabels, fieldsKeptAsTheyCame } from "./fields";
import { findDouble, openDoubles, rememberCustomer } from "./find-double";
import { judgeEmail, judgeStanding, nameIsJunk } from "./judge-customer-cells";
import { type DateColumn, judgeDate, openDateColumns } from "./judge-date";
import { judgeRows } from "./judge-rows";
import { extraCells } from "./judge-words";
import type { Judgement, RowJudge, ShopFacts } from "./judgement";
import { type Table, unmappedColumns } from "./lay-table";
import { joinAddress, type PostcodeHabit, postcodeHabit, readAddress } from "./read-address";
import { type Phone, readPhones } from "./read-phone";
import { endsStep, type Steps } from "./steps";
import { openTally } from "./tally";

/** A customer as an old sheet tells it. */
export type CustomerValues = {
  name: string;
  /** The parent's name, where the sheet writes "Parent:Child". */
  parentName: string | null;
  /** Into which customer the row is merged: an earlier row of the file, or one that the shop has. */
  mergeInto: { row: number } | { id: string } | null;
  contactName: string;
  phones: Phone[];
  emails: string[];
  billAddress: string;
  shipAddress: string;
  zip: string | null;
  kind: string;
  terms: string;
  since: string | null;
  isInactive: boolean;
  notes: string[];
  extra: Record<string, string>;
};

/** Judges every record of a list of customers; rows that share a phone, an e-mail or a name with an earlier one ask. */
export function* judgeCustomers(
  table: Table,
  facts: ShopFacts,
  answers: Answers,
): Steps<Judgement<CustomerValues>> {
  const docket = openDocket(answers);
  const notes: string[] = [];
  const created = table.column("createdOn");
  const dates = yield* openDateColumns(
    created ? [{ ...created, field: "createdOn", label: fieldLabels.customers.createdOn ?? "" }] : [],
    facts.today,
    docket,
    notes,
  );
  const doubles = openDoubles(facts.customers);
  const texts = (field: string) => table.column(field)?.cells.map(cellText) ?? [];
  yield;
  const postcodes = postcodeHabit(texts("billAddress"), texts("postcode"));
  const tally = openTally();
  const shared = { created: dates.get("createdOn"), doubles, docket, postcodes };
  const rows = yield* judgeRows(table, (judge) => judgeCustomer(judge, table, shared));
  for (const [at, row] of rows.entries()) {
    if (endsStep(at)) yield;
    tally.row(row);
    if (row.verdict === "ok" && row.values) tally.add(row.values.mergeInto ? "merged" : "customers", 1);
  }
  return {
    kind: "customers",
    rows,
    questions: docket.questions(),
    notes,
    counts: tally.counts(),
    unmapped: yield* unmappedColumns(table),
  };
}

type Shared = {
  created: DateColumn | undefined;
  doubles: ReturnType<typeof openDoubles>;
  docket: Docket;
  postcodes: PostcodeHabit;
};

function judgeCustomer(
  judge: RowJudge,
  table: Table,
  { created, doubles, docket, postcodes }: Shared,
): CustomerValues {
  const text = (field: string) => cellText(judge.cell(field));
  const { name, contactName } = readName(judge, text);
  const phones = ["phone", "mobile", "fax"].flatMap((field) =>
    judge
      .columns(field)
      .flatMap((at) =>
        readPhones(cellText(judge.raw[at]), field === "phone" ? "phone" : (field as Phone["label"])),
      ),
  );
  if (name === "")
    judge.refuse(judge.column("name") ?? judge.column("company"), "name-missing", "The row names nobody.");
  const isJunk = name !== "" && nameIsJunk(judge, name, docket);
  const isInactive = name !== "" && !isJunk && judgeStanding(judge, name, text("active"), docket);
  const emails = judgeEmail(judge, docket);
  const parentName = /^(.*\S)\s*:\s*\S/.exec(name)?.[1] ?? null;
  const address = addressOf(judge, text, postcodes);
  const since = judgeDate(judge, created, docket, null) ?? null;
  const isOut = name === "" || isJunk || judge.problems.some(({ severity }) => severity === "refuse");
  const bare = name
    .replace(
      /\s*[([](?:deleted|inactive|gel[oö]scht|inaktiv|gesperrt|supprim[eé]|inactif|inactivo|inattivo|inactief)[)\]]\s*$/i,
      "",
    )
    .trim();
  const facts = {
    key: nameKey(name),
    name: bare,
    phones: parentName ? [] : phones.filter(({ label }) => label !== "fax").map(({ digits }) => digits),
    emails: parentName ? [] : emails,
  };
  const mergeInto = isOut ? null : findDouble(judge, doubles, facts, docket);
  if (!isOut && !judge.problems.some(({ severity }) => severity === "refuse"))
    rememberCustomer(doubles, judge.row, facts, mergeInto);
  const kept = fieldsKeptAsTheyCame.customers;
  return {
    name: bare,
    parentName,
    mergeInto,
    contactName: contactName === bare ? "" : contactName,
    phones,
    emails,
    ...address,
    kind: text("kind"),
    terms: text("terms"),
    since,
    isInactive,
    notes: [...judge.columns("notes").map((at) => cellText(judge.raw[at])), ...unreadEmail(judge)].filter(
      (note) => note !== "",
    ),
    extra: extraCells(judge, table.headers, (column) => {
      const field = table.mapping.fields[column];
      return field != null && !kept.has(field);
    }),
  };
}

/** The customer's name: its own column, else company, else the person. */
function readName(judge: RowJudge, text: (field: string) => string): { name: string; contactName: string } {
  const person = [text("firstName"), text("lastName")].filter((part) => part !== "").join(" ");
  const contactName = text("contact") || person;
  const own = text("name");
  if (own !== "") return { name: own, contactName };
  const company = text("company");
  const name = company || contactName;
  if (name !== "" && judge.column("name") !== null)
    judge.mark(
      judge.column("name"),
      "name-from-elsewhere",
      `The name is taken from ${company ? "the company" : "the contact"}.`,
    );
  return { name, contactName };
}

function addressOf(
  judge: RowJudge,
  text: (field: string) => string,
  postcodes: PostcodeHabit,
): { billAddress: string; shipAddress: string; zip: string | null } {
  const parts = {
    street: text("street"),
    city: text("city"),
    region: text("region"),
    postcode: text("postcode"),
    country: text("country"),
  };
  const whole = text("billAddress");
  const typed = Object.values(parts).every((part) => part === "")
    ? whole
    : joinAddress({ ...parts, street: [whole, parts.street].filter((part) => part !== "").join("\n") });
  const bill = readAddress(typed, postcodes);
  const ship = readAddress(text("shipAddress"), postcodes);
  if (bill.isZipRestored)
    judge.mark(
      judge.column("billAddress") ?? judge.column("postcode"),
      "zip-restored",
      `The ZIP code is read as ${bill.zip}.`,
    );
  if (ship.isZipRestored)
    judge.mark(judge.column("shipAddress"), "zip-restored", `The ZIP code is read as ${ship.zip}.`);
  return { billAddress: bill.address, shipAddress: ship.address, zip: bill.zip };
}

/** Words in the e-mail cell that were no address stay with the customer. */
const unreadEmail = (judge: RowJudge): string[] =>
  judge.problems.flatMap(({ code, severity, column }) =>
    code === "email-invalid" && severity === "mark" && column !== null
      ? [`E-mail: ${cellText(judge.raw[column])}`]
      : [],
  );
