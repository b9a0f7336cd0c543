/** Chance that is the same in every run: one stream a name, so that a change in one leaves the others alone. */
export type Chance = {
  /** At least 0, below 1. */
  next(): number;
  between(least: number, most: number): number;
  whole(least: number, most: number): number;
  happens(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of a list by weight; weights need not sum to one. */
  weighted<T>(from: readonly T[], weight: (one: T) => number): T;
  /** Around a mean, never below a seventh of it, with the long tail that waiting has. */
  around(mean: number): number;
  shuffled<T>(from: readonly T[]): T[];
};

const seed = 20_260_101;

export function chanceOf(name: string): Chance {
  let state = hash(`${seed} ${name}`);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + next() * (most - least);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  return {
    next,
    between,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    happens: (probability) => next() < probability,
    pick,
    weighted: (from, weight) => {
      let left = next() * from.reduce((sum, one) => sum + weight(one), 0);
      return from.find((one) => (left -= weight(one)) < 0) ?? (from.at(-1) as (typeof from)[number]);
    },
    around: (mean) => mean * Math.max(1 / 7, Math.min(4, Math.exp(0.62 * normal(next) - 0.19))),
    shuffled: (from) =>
      from
        .map((one) => [next(), one] as const)
        .sort(([one], [other]) => one - other)
        .map(([, one]) => one),
  };
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) as number), 0x01000193);
  return mixed;
}
