import { nameKey, nameWords } from "@/lib/customers/name-key";
import { editDistance } from "./edit-distance";
import { areOneName } from "./nicknames";

/** A customer that a name may mean: one of the shop's, or one named in the same import. */
export type KnownCustomer = {
  id: string;
  name: string;
  /** Other names that were merged into this one. */
  aliases?: readonly string[];
  /** National digits, for finding duplicates. */
  phones?: readonly string[];
  emails?: readonly string[];
};

type Entry = { customer: KnownCustomer; words: string[]; joined: string };

export type CustomerIndex = {
  byKey: Map<string, KnownCustomer[]>;
  entries: Entry[];
  byGram: Map<string, number[]>;
  byWord: Map<string, number[]>;
};

type CustomerCandidate = { customer: KnownCustomer; score: number };

/** Puts customers in order for finding them by exact key at once and by likeness without walking them all. */
export function openCustomerIndex(customers: readonly KnownCustomer[]): CustomerIndex {
  const index: CustomerIndex = { byKey: new Map(), entries: [], byGram: new Map(), byWord: new Map() };
  for (const customer of customers) addCustomer(index, customer);
  return index;
}

function addCustomer(index: CustomerIndex, customer: KnownCustomer): void {
  for (const name of [customer.name, ...(customer.aliases ?? [])]) {
    const key = nameKey(name);
    if (key === "") continue;
    const same = index.byKey.get(key) ?? [];
    if (!same.some((known) => known.id === customer.id)) index.byKey.set(key, [...same, customer]);
    const words = coreWords(name);
    const at = index.entries.push({ customer, words, joined: words.join("") }) - 1;
    for (const gram of grams(words.join(""))) push(index.byGram, gram, at);
    for (const word of new Set(words)) push(index.byWord, word, at);
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function grams(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
}

const dropped = new Set(
  (
    "and the co company corp incorporated inc llc ltd limited gmbh mbh ag kg ohg gbr ug ek und sarl sas srl sa sl spa bv nv deleted " +
    "fa firma herr frau hr mr mrs ms dr"
  ).split(" "),
);
const coreWords = (name: string): string[] => {
  const words = nameWords(name.replace(/['’]s\b/gi, ""));
  const core = words.filter((word) => !dropped.has(word));
  return core.length > 0 ? core : words;
};

/** Who a name may mean, the likeliest first, at most eight; nobody below 0.5. Exact keys are `index.byKey`'s business. */
export function findCandidates(text: string, index: CustomerIndex): CustomerCandidate[] {
  const best = new Map<string, CustomerCandidate>();
  for (const form of formsOf(text)) {
    for (const at of shortlist(form.words, index)) {
      const entry = index.entries[at];
      if (!entry) continue;
      // A parent is meant before its sub-customer, unless the text names the latter.
      const weight =
        entry.customer.name.includes(":") && !text.includes(":") ? form.weight * 0.9 : form.weight;
      const score = likeness(form.words, entry) * weight;
      if (score >= 0.5 && score > (best.get(entry.customer.id)?.score ?? 0))
        best.set(entry.customer.id, { customer: entry.customer, score });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || a.customer.name.localeCompare(b.customer.name, "en"))
    .slice(0, 8);
}

/** The one candidate that stands clear of the others, or null: a doubtful text and a close second get no recommendation. */
export function recommendCustomer(
  text: string,
  candidates: readonly CustomerCandidate[],
): KnownCustomer | null {
  const [first, second] = candidates;
  if (!first || first.score < 0.72 || text.includes("?")) return null;
  if (second && first.score - second.score < 0.06) return null;
  return first.customer;
}

type Form = { words: string[]; weight: number };

/** What a person may have meant to write: "Last, First", "Ann @ Acme", "Bob (Acme)", "Acme's". */
function formsOf(text: string): Form[] {
  const forms: Form[] = [{ words: coreWords(text), weight: 1 }];
  const add = (part: string | undefined, weight: number) => {
    if (part && coreWords(part).length > 0) forms.push({ words: coreWords(part), weight });
  };
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text.trim());
  if (comma) add(`${comma[2]} ${comma[1]}`, 1);
  const at = /^(.+?)\s*(?:@|\bat\b|\bc\/o\b|\bbei\b|\bchez\b|\s[-–]\s)\s*(.+)$/i.exec(text);
  if (at) {
    add(at[2], 0.97);
    add(at[1], 0.9);
  }
  const bracket = /^(.+?)\s*\((.+)\)\s*$/.exec(text);
  if (bracket) {
    add(`${coreWords(bracket[1] ?? "")[0] ?? ""} ${bracket[2]}`, 0.98);
    add(bracket[2], 0.93);
    add(bracket[1], 0.9);
  }
  return forms;
}

/** Entries that share enough letters or a word; a word that everybody has counts for nothing. */
function shortlist(words: string[], index: CustomerIndex): number[] {
  const hits = new Map<number, number>();
  const own = grams(words.join(""));
  for (const gram of own)
    for (const at of index.byGram.get(gram) ?? []) hits.set(at, (hits.get(at) ?? 0) + 1);
  const enough = Math.max(2, own.size * 0.3);
  const found = [...hits]
    .filter(([, count]) => count >= enough)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([at]) => at);
  const rare = words.flatMap((word) => {
    const having = index.byWord.get(word) ?? [];
    return having.length <= 12 ? having : [];
  });
  return [...new Set([...found, ...rare])];
}

function likeness(words: string[], entry: Entry): number {
  const joined = words.join("");
  if (joined === entry.joined) return 0.99;
  return Math.max(
    byLetters(joined, entry.joined),
    byPerson(words, entry.words),
    byStart(words, entry.words),
    byShare(words, entry.words),
  );
}

function byLetters(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const most = length >= 9 ? 2 : 1;
  const distance = editDistance(a, b, most);
  return distance > most ? 0 : Math.max(0, 0.98 - distance * Math.max(0.04, 0.5 / length));
}

/** "Chuck Stone" and "C Stone" for Charles Stone. */
function byPerson(mine: string[], theirs: string[]): number {
  if (mine.length < 2 || theirs.length < 2) return 0;
  const [first = "", last = ""] = [mine[0], mine.at(-1)];
  const [ownFirst = "", ownLast = ""] = [
    theirs[0],
    theirs[mine.length === theirs.length ? theirs.length - 1 : 1],
  ];
  const lastDistance = editDistance(last, ownLast, 1);
  if (lastDistance > 1 || (lastDistance === 1 && last.length < 5)) return 0;
  const typo = lastDistance * 0.06;
  const extra = Math.abs(theirs.length - mine.length) * 0.04;
  if (areOneName(first, ownFirst)) return 0.95 - typo - extra;
  if (first.length === 1 && ownFirst.startsWith(first)) return 0.86 - typo - extra;
  return 0;
}

/** The start of a longer name, the last word perhaps cut short: "Acme", "Acme arch", "Acme fence". */
function byStart(mine: string[], theirs: string[]): number {
  if (mine.length > theirs.length || (mine[0]?.length ?? 0) < 3) return 0;
  let typos = 0;
  for (const [i, word] of mine.entries()) {
    const other = theirs[i] ?? "";
    if (word === other) continue;
    if (other.startsWith(word) && (word.length >= 3 || i > 0)) continue;
    const distance = editDistance(word, other, 1);
    if (distance > 1 || word.length < 5) return 0;
    typos++;
  }
  if (mine.length === 1 && mine[0] !== theirs[0] && typos === 0) return 0.66;
  return 0.88 - typos * 0.12;
}

/** Words in common, by letters; tolerates one typo a word. */
function byShare(mine: string[], theirs: string[]): number {
  const alike = mine.filter((word) =>
    theirs.some((other) => word === other || (word.length >= 5 && editDistance(word, other, 1) <= 1)),
  );
  const letters = (list: string[]) => list.reduce((sum, word) => sum + word.length, 0);
  const share = (2 * letters(alike)) / (letters(mine) + letters(theirs));
  // The first word tells customers of one trade apart.
  const firstFits =
    theirs[0] !== undefined && mine[0] !== undefined && editDistance(mine[0], theirs[0], 1) <= 1;
  return share * (firstFits ? 0.9 : 0.68);
}
