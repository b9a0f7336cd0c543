import { nameKey, nameWords } from "@/lib/customers/name-key";
import { type Docket, leaveOut } from "./docket";
import { editDistance } from "./edit-distance";
import type { RowJudge } from "./judgement";
import { endsStep, type Steps } from "./steps";

type Group = {
  key: string;
  words: string[];
  spellings: Map<string, number>;
  rows: number;
  shapes: Set<string>;
};

export type Makers = { resolve: (judge: RowJudge, column: number | null, typed: string) => string };

/** A code's pattern of letters and digits: C253-GR69 is A999-AA99. */
const shapeOf = (code: string) => code.replace(/\p{L}/gu, "A").replace(/\d/g, "9");

/**
 * Brings spellings of one maker together: equal but for case and legal endings at once; a short or mistyped form when it
 * fits one maker alone whose codes have the same pattern; what fits without that proof is asked, once a spelling.
 */
export function* settleMakers(
  rows: readonly { maker: string; code: string }[],
  known: readonly string[],
  docket: Docket,
): Steps<Makers> {
  const groups = yield* groupSpellings(rows, known);
  const knownKeys = new Set(known.map(nameKey));
  const canonical = new Map<string, { name: string; doubt: string[] }>();
  const rootOf = new Map<Group, Group>();
  for (const group of [...groups.values()].sort((a, b) => b.rows - a.rows)) {
    yield;
    const fits = knownKeys.has(group.key)
      ? []
      : [...rootOf.keys()].filter((other) => isShortFor(group, other) || isShortFor(other, group));
    const roots = [...new Set(fits.map((other) => rootOf.get(other) ?? other))];
    const only = roots.length === 1 ? roots[0] : undefined;
    const isProven = only !== undefined && [...group.shapes].every((shape) => only.shapes.has(shape));
    rootOf.set(group, isProven && only ? only : group);
    const name = mostWritten(isProven && only ? only : group, known);
    canonical.set(group.key, {
      name,
      doubt: isProven ? [] : roots.map((other) => mostWritten(other, known)),
    });
  }
  return {
    resolve: (judge, column, typed) => resolve(judge, column, typed, canonical.get(nameKey(typed)), docket),
  };
}

function* groupSpellings(
  rows: readonly { maker: string; code: string }[],
  known: readonly string[],
): Steps<Map<string, Group>> {
  const groups = new Map<string, Group>();
  const open = (maker: string) => {
    const key = nameKey(maker);
    const group = groups.get(key) ?? {
      key,
      words: nameWords(maker),
      spellings: new Map(),
      rows: 0,
      shapes: new Set(),
    };
    groups.set(key, group);
    return group;
  };
  for (const maker of known) if (maker !== "") open(maker);
  for (const [at, { maker, code }] of rows.entries()) {
    if (endsStep(at)) yield;
    if (maker === "") continue;
    const group = open(maker);
    group.rows++;
    group.spellings.set(maker, (group.spellings.get(maker) ?? 0) + 1);
    if (code !== "") group.shapes.add(shapeOf(code));
  }
  return groups;
}

/** "Acme" or "Acme Ind." for "Acme Industrial", "Acmme" for "Acme Powders". */
function isShortFor(short: Group, long: Group): boolean {
  if (
    short.words.length <= long.words.length &&
    short.words.every((word, i) => word.length >= 3 && long.words[i]?.startsWith(word))
  )
    return true;
  const [mine, theirs] = [short.words[0] ?? "", long.words[0] ?? ""];
  if (short.words.length === 1 && mine.length >= 5 && editDistance(mine, theirs, 1) <= 1) return true;
  return short.key.length >= 6 && editDistance(short.key, long.key, 2) <= 2;
}

function mostWritten(group: Group, known: readonly string[]): string {
  const own = known.find((maker) => nameKey(maker) === group.key);
  if (own !== undefined) return own;
  const score = ([spelling, rows]: [string, number]) =>
    rows + (spelling === spelling.toUpperCase() || spelling === spelling.toLowerCase() ? -0.5 : 0);
  return [...group.spellings].sort((a, b) => score(b) - score(a))[0]?.[0] ?? group.key;
}

function resolve(
  judge: RowJudge,
  column: number | null,
  typed: string,
  found: { name: string; doubt: string[] } | undefined,
  docket: Docket,
): string {
  if (!found || typed === "") return typed;
  if (found.doubt.length === 0) {
    if (found.name !== typed) judge.mark(column, "maker-alias", `“${typed}” is ${found.name}.`);
    return found.name;
  }
  const id = `maker:${nameKey(typed)}`;
  const message = `“${typed}” may be ${found.doubt.join(" or ")}.`;
  const answer = docket.ask(
    {
      id,
      scope: "spelling",
      topic: "maker",
      text: `${message} Which maker is it?`,
      typed,
      options: [
        ...found.doubt.map((name) => ({ id: `maker:${name}`, label: name })),
        { id: "own", label: `${typed}, a maker of its own` },
        leaveOut,
      ],
      recommended: found.doubt.length === 1 ? `maker:${found.doubt[0]}` : null,
      accepts: "text",
    },
    judge.row,
  );
  if (!judge.settle(column, "maker-alias", message, id, answer)) return typed;
  if (answer.option === "typed") return answer.value ?? typed;
  return answer.option === "own" ? found.name : answer.option.slice("maker:".length);
}
