import { nameKey } from "@/lib/customers/name-key";
import {
  type Answer,
  type Docket,
  leaveOut,
  leaveRowOut,
  type QuestionOption,
  type QuestionSpec,
} from "./docket";
import type { RowJudge } from "./judgement";
import {
  type CustomerIndex,
  findCandidates,
  type KnownCustomer,
  openCustomerIndex,
  recommendCustomer,
} from "./match-customer";
import { endsStep, type Steps } from "./steps";
import { wordKey } from "./word-key";

/** Whom a row is for: a customer that the shop has, or one to be made, once for all rows of its key. */
export type CustomerChoice = { kind: "known"; id: string } | { kind: "new"; key: string; name: string };

const dittoWords =
  /^(?:["”“〃']+|''|,,|do\.?|ditto|same|same as above|as above|see above|same cust(?:omer)?|dito|w\.?\s?o\.?|wie oben|s\.?\s?o\.?|siehe oben|idem|id\.?|m[eê]me|le m[eê]me|comme ci-dessus|[ií]dem|igual|lo mismo|el mismo|come sopra|c\.?\s?s\.?|idem come sopra|zelfde|idem)$/i;

const placeholder =
  /^(?:cash(?: (?:sale|customer|job|cust|acct|account|only))?|c\.?o\.?d\.?|walk[\s-]?ins?(?: customer)?|counter(?: sale)?|retail|retail customer|misc(?:ellaneous)?|various|customer|unknown|no name|n\/?a|tbd|\?+|x+|none|one[\s-]?time|barverkauf|bar(?:kunde|zahler)?|laufkund(?:e|schaft)|privat(?:kunde)?|diverse|unbekannt|kunde|comptant|client(?: de)? passage|de passage|passage|divers|particulier|inconnu|contado|mostrador|p[uú]blico(?: general)?|cliente(?: contado| mostrador)?|varios|particular|contanti|banco|privato|vari|cliente occasionale|kontant|contant|balieklant|diversen|particulier|onbekend)$/i;

export type CustomerResolver = {
  resolve: (judge: RowJudge, typed: string, column: number | null) => CustomerChoice | null;
};

type Found = { choice: CustomerChoice | null; question: string | null };

/** What is asked of one spelling, worked out once for all its rows. */
type Prepared = { spec: QuestionSpec; code: keyof typeof messages };

type Names = {
  index: CustomerIndex;
  withNew: CustomerIndex;
  newNames: Map<string, string>;
  prepared: Map<string, Prepared>;
  docket: Docket;
};

/** Finds each row's customer; names that equal none are asked once a spelling, with the likeliest first. */
export function* openCustomerResolver(
  known: readonly KnownCustomer[],
  typedNames: readonly string[],
  docket: Docket,
): Steps<CustomerResolver> {
  const index = openCustomerIndex(known);
  const newNames = yield* namesOfNew(index, typedNames);
  yield;
  const withNew = openCustomerIndex([
    ...known,
    ...[...newNames].map(([key, name]) => ({ id: `new:${key}`, name })),
  ]);
  const names: Names = { index, withNew, newNames, prepared: new Map(), docket };
  const blanksRepeat = typedNames.filter((name) => name === "").length > typedNames.length * 0.25;
  let above: Found = { choice: null, question: null };
  const find = (judge: RowJudge, typed: string, column: number | null): Found => {
    if (typed === "" && !blanksRepeat) {
      judge.refuse(column, "customer-missing", "No customer is named.");
      return { choice: null, question: null };
    }
    if (typed === "" || dittoWords.test(typed)) return askSame(judge, typed, column, above, names);
    return bySpelling(judge, typed, column, names);
  };
  return {
    resolve: (judge, typed, column) => {
      const found = find(judge, typed, column);
      if (typed !== "" || found.choice !== null || found.question !== null) above = found;
      return found.choice;
    },
  };
}

/** Names that look like nobody known and stand on several rows: they are offered to misspellings of themselves. */
function* namesOfNew(index: CustomerIndex, typedNames: readonly string[]): Steps<Map<string, string>> {
  const counts = new Map<string, { name: string; count: number }>();
  for (const [at, name] of typedNames.entries()) {
    if (endsStep(at)) yield;
    const key = nameKey(name);
    if (key === "" || index.byKey.has(key) || placeholder.test(name) || dittoWords.test(name)) continue;
    const seen = counts.get(key);
    counts.set(key, { name: seen?.name ?? name.trim(), count: (seen?.count ?? 0) + 1 });
  }
  const news = new Map<string, string>();
  let searches = 0;
  for (const [key, { name, count }] of counts) {
    if (count < 2) continue;
    if (++searches % searchesAStep === 0) yield;
    if ((findCandidates(name, index)[0]?.score ?? 0) < likely) news.set(key, name);
  }
  return news;
}

const searchesAStep = 25;

function bySpelling(judge: RowJudge, typed: string, column: number | null, names: Names): Found {
  const key = nameKey(typed);
  const exact = names.index.byKey.get(key) ?? [];
  if (exact.length === 1 && exact[0]) return { choice: { kind: "known", id: exact[0].id }, question: null };
  const id = `customer:${key === "" ? wordKey(typed) || typed.trim() : key}`;
  const prepared = names.prepared.get(id) ?? prepare(id, key, typed, exact, names.withNew);
  names.prepared.set(id, prepared);
  const answer = names.docket.ask(prepared.spec, judge.row);
  return {
    choice: choose(
      judge,
      answer,
      typed,
      column,
      prepared.code,
      messages[prepared.code](typed),
      id,
      names.newNames,
    ),
    question: id,
  };
}

/** From this likeness on somebody known may be meant. */
const likely = 0.72;

function prepare(
  id: string,
  key: string,
  typed: string,
  exact: readonly KnownCustomer[],
  withNew: CustomerIndex,
): Prepared {
  const isPlaceholder = placeholder.test(typed.trim());
  const candidates =
    exact.length > 1
      ? exact.map((customer) => ({ customer, score: 0.9 }))
      : findCandidates(typed, withNew).filter(({ customer }) => customer.id !== `new:${key}`);
  const recommended = isPlaceholder || exact.length > 1 ? null : recommendCustomer(typed, candidates);
  const isNew = !isPlaceholder && (candidates[0]?.score ?? 0) < likely && !typed.includes("?");
  const code = isPlaceholder
    ? "customer-placeholder"
    : exact.length > 1
      ? "customer-ambiguous"
      : isNew
        ? "customer-not-in-list"
        : "customer-spelling";
  const label = (customer: KnownCustomer) =>
    customer.id.startsWith("new:") ? `${customer.name} (new, also in this file)` : customer.name;
  const options: QuestionOption[] = [
    ...candidates.map(({ customer }) => ({ id: optionOf(customer), label: label(customer) })),
    { id: "create", label: `New customer “${typed.trim()}”` },
    leaveOut,
  ];
  const spec: QuestionSpec = {
    id,
    scope: "spelling",
    topic: "customer",
    text: messages[code](typed.trim()),
    typed: typed.trim(),
    options,
    recommended: recommended ? optionOf(recommended) : isNew ? "create" : null,
    accepts: "customer",
  };
  return { spec, code };
}

const optionOf = (customer: KnownCustomer) =>
  customer.id.startsWith("new:") ? customer.id : `customer:${customer.id}`;

const messages = {
  "customer-placeholder": (typed: string) => `“${typed}” names no customer. Whose job is it?`,
  "customer-ambiguous": (typed: string) => `Several customers are called “${typed}”.`,
  "customer-not-in-list": (typed: string) => `“${typed}” is not among the customers.`,
  "customer-spelling": (typed: string) => `“${typed}” equals no customer's name. Who is meant?`,
};

function choose(
  judge: RowJudge,
  answer: Answer | null,
  typed: string,
  column: number | null,
  code: string,
  message: string,
  id: string,
  newNames: ReadonlyMap<string, string>,
): CustomerChoice | null {
  if (!judge.settle(column, code, message, id, answer) || answer === null) return null;
  const chosen = answer.option === "typed" ? (answer.value ?? "") : answer.option;
  if (chosen.startsWith("customer:")) return { kind: "known", id: chosen.slice("customer:".length) };
  if (chosen.startsWith("new:")) {
    const key = chosen.slice("new:".length);
    return { kind: "new", key, name: newNames.get(key) ?? typed.trim() };
  }
  const name = answer.option === "create" ? typed.trim() : chosen.trim();
  return { kind: "new", key: nameKey(name), name };
}

function askSame(judge: RowJudge, typed: string, column: number | null, above: Found, names: Names): Found {
  const isBlank = typed === "";
  const id = isBlank ? "customer-blank" : `row:${judge.row}:customer-same`;
  const message = isBlank
    ? "No customer is named; the row above may speak for it."
    : `“${typed}” stands for the customer of the row above.`;
  const answer = names.docket.ask(
    {
      id,
      scope: isBlank ? "file" : "row",
      topic: "customer-same",
      text: isBlank
        ? "Many rows name no customer. Does a blank mean the customer of the row above?"
        : `Row ${judge.row}: ${message}`,
      typed,
      options: [{ id: "above", label: "The customer of the row above" }, isBlank ? leaveOut : leaveRowOut],
      recommended: "above",
      accepts: isBlank ? null : "customer",
    },
    judge.row,
  );
  if (answer?.option === "above") {
    if (above.choice) judge.settle(column, "customer-same-as-above", message, id, answer);
    else if (above.question) judge.decide(column, "customer-same-as-above", message, above.question);
    else judge.refuse(column, "customer-missing", "No customer is named, and none above.");
    return above;
  }
  return {
    choice: choose(judge, answer, typed, column, "customer-same-as-above", message, id, names.newNames),
    question: id,
  };
}
