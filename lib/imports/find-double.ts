import { nameKey } from "@/lib/customers/name-key";
import { type Docket, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";
import type { KnownCustomer } from "./match-customer";
import { emailKey } from "./read-email";

type Target = { row: number } | { id: string };
type Found = { target: Target; name: string };

type Doubles = { byKey: Map<string, Found>; byPhone: Map<string, Found>; byEmail: Map<string, Found> };

type CustomerFacts = { key: string; name: string; phones: string[]; emails: string[] };

/** The shop's customers by name, phone and e-mail, to which the file's rows are added as they are read. */
export function openDoubles(customers: readonly KnownCustomer[]): Doubles {
  const doubles: Doubles = { byKey: new Map(), byPhone: new Map(), byEmail: new Map() };
  for (const { id, name, aliases = [], phones = [], emails = [] } of customers) {
    for (const one of [name, ...aliases])
      note(doubles, { key: nameKey(one), name, phones: [], emails: [] }, { id });
    note(doubles, { key: "", name, phones: [...phones], emails: [...emails] }, { id });
  }
  return doubles;
}

export const rememberCustomer = (
  doubles: Doubles,
  row: number,
  facts: CustomerFacts,
  mergedInto: Target | null,
): void => note(doubles, facts, mergedInto ?? { row });

function note(doubles: Doubles, { key, name, phones, emails }: CustomerFacts, target: Target): void {
  const found = { target, name };
  const add = (map: Map<string, Found>, at: string) => {
    if (at !== "" && !map.has(at)) map.set(at, found);
  };
  add(doubles.byKey, key);
  for (const phone of phones) if (isTelling(phone)) add(doubles.byPhone, phone);
  for (const email of emails) add(doubles.byEmail, emailKey(email));
}

/** Too short or all one digit tells nobody apart. */
const isTelling = (digits: string) => digits.length >= 7 && new Set(digits).size > 2;

/** The customer that a row repeats, if the answer says so; null for a customer of its own or while it waits. */
export function findDouble(
  judge: RowJudge,
  doubles: Doubles,
  facts: CustomerFacts,
  docket: Docket,
): Target | null {
  const byPhone = facts.phones.map((phone) => doubles.byPhone.get(phone)).find((found) => found);
  const byEmail = facts.emails.map((email) => doubles.byEmail.get(emailKey(email))).find((found) => found);
  const byKey = facts.key === "" ? undefined : doubles.byKey.get(facts.key);
  const found = byPhone ?? byEmail ?? byKey;
  if (!found) return null;
  const shared = byPhone ? "the telephone" : byEmail ? "the e-mail address" : "the name";
  const column = byPhone
    ? (judge.column("phone") ?? judge.column("mobile"))
    : byEmail
      ? judge.column("email")
      : judge.column("name");
  const where = "row" in found.target ? `row ${found.target.row}, ${found.name}` : found.name;
  const isKnown = "id" in found.target;
  const code = isKnown
    ? "customer-known"
    : byPhone || byEmail
      ? "duplicate-customer"
      : "duplicate-customer-same-name";
  const message = `Has ${shared} of ${where}${isKnown ? ", whom the shop has already" : ""}.`;
  const id = `row:${judge.row}:double`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${facts.name} has ${shared} of ${where}. Are they one customer?`,
      typed: facts.name,
      options: [
        { id: "merge", label: `Yes: merge into ${where}` },
        { id: "apart", label: "No: a customer of its own" },
        leaveRowOut,
      ],
      recommended: "merge",
      accepts: null,
    },
    judge.row,
  );
  return judge.settle(column, code, message, id, answer) && answer.option === "merge" ? found.target : null;
}
