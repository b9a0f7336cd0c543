import "server-only";
import { fs595Rows } from "@/db/reference/fs595";
import { ralClassicRows } from "@/db/reference/ral-classic";
import type { Gloss } from "@/db/vocabulary";
import type { FoundColour } from "./colour";
import { type ColourQuery, foldWords, readColourQuery } from "./colour-query";

type Standard = FoundColour & { number: string; names: string[]; heads: string[] };

/** FS 595: the first digit is the gloss, the second the family of the colour. */
const fsGloss: Record<string, Gloss> = { "1": "gloss", "2": "semi-gloss", "3": "flat" };
const fsFamilies = ["Brown", "Red", "Orange", "Yellow", "Green", "Blue", "Grey", "", "Fluorescent"];

const blank = { powderId: null, texture: null, maker: "", onHandMg: null, uses: 0 } as const;

const standards: Standard[] = [
  ...ralClassicRows.map(([number, english, german, , , , hex]): Standard => {
    const [first, second] = [namesOf(english), namesOf(german)];
    const names = [...first, ...second];
    const heads = [first.at(-1) ?? "", second.at(-1) ?? ""];
    return {
      ...blank,
      system: "ral",
      code: `RAL ${number}`,
      name: english,
      hex,
      gloss: null,
      number,
      names,
      heads,
    };
  }),
  ...fs595Rows.map(([number, hex]): Standard => {
    const name = fsFamilies[Number(number[1])] || shadeOf(hex);
    const gloss = fsGloss[number[0] as string] ?? null;
    return {
      ...blank,
      system: "fs595",
      code: `FS ${number}`,
      name,
      hex,
      gloss,
      number,
      names: namesOf(name),
      heads: namesOf(name),
    };
  }),
];

/** What shops coat most: of two that fit alike, these come first. */
const usual = new Set("9005 9016 9010 9003 9006 7016 7035 3020 5010 6005 8017 1015".split(" "));

function namesOf(name: string): string[] {
  return foldWords(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}

/** Family 7 of FS 595 holds black, white and what else there is. */
function shadeOf(hex: string): string {
  const light = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const mean = light.reduce((sum, one) => sum + one, 0) / 3;
  const spread = Math.max(...light) - Math.min(...light);
  if (spread > 48) return "Violet";
  return mean < 70 ? "Black" : mean > 200 ? "White" : "Silver";
}

/** Colours of RAL Classic and FS 595 for what somebody types, best first; nothing typed: the usual ones. */
export function findStandards(q: string, limit = 40): FoundColour[] {
  const query = readColourQuery(q.trim() || "RAL");
  const found = matchStandards(query).sort(
    (one, other) => other.score - one.score || one.colour.code.localeCompare(other.colour.code, "en"),
  );
  const most = q.trim() ? limit : usual.size;
  return found.slice(0, most).map(({ colour }) => colour);
}

/** Colours of RAL Classic and FS 595 that fit what was typed, each with how well: a whole number best, then words of the name. */
export function matchStandards(query: ColourQuery): { colour: FoundColour; score: number }[] {
  if (query.words.length === 0 && query.system === null) return [];
  return standards.flatMap((standard) => {
    const score = scoreOf(standard, query);
    if (score === 0) return [];
    const { number: _, names: __, heads: ___, ...colour } = standard;
    return [{ colour: { ...colour, gloss: colour.gloss ?? query.gloss, texture: query.texture }, score }];
  });
}

function scoreOf({ system, number, names, heads, gloss }: Standard, query: ColourQuery): number {
  if (query.system && query.system !== system) return 0;
  let score = query.system ? 2 : 1;
  for (const word of query.words) {
    if (word === number) score += 100;
    else if (query.numbers.includes(word) && number.startsWith(word)) score += 20;
    else if (heads.includes(word)) score += 12;
    else if (names.includes(word)) score += 8;
    else if (word.length > 1 && names.some((name) => name.startsWith(word))) score += 4;
    else return 0;
  }
  if (gloss && query.gloss && gloss !== query.gloss) return 0;
  return system === "ral" ? score + (usual.has(number) ? 5 : 3) : score;
}
