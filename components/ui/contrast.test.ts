import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast } from "@/lib/measures/contrast";

const css = readFileSync(join(import.meta.dirname, "../../app/globals.css"), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

type Veil = { rgb: number[]; alpha: number };
const veils = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(rgb\(([^)]+)\), rgb\(([^)]+)\)\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light: veilOf(light), dark: veilOf(dark) }],
  ),
);

function veilOf(written: string): Veil {
  const [r = 0, g = 0, b = 0, alpha = 1] = written.split(/[ /]+/).map(Number);
  return { rgb: [r, g, b], alpha };
}

function laidOn(ground: string, veil: Veil | undefined): string {
  if (!veil) throw new Error("No such veil with a light and a dark value.");
  const mixed = veil.rgb.map((part, at) => {
    const under = Number.parseInt(ground.slice(1 + at * 2, 3 + at * 2), 16);
    return Math.round(under + (part - under) * veil.alpha);
  });
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const grounds = ["paper", "sunken", "surface", "raised", "field"];
const texts = ["ink", "ink-muted", "ink-faint", "accent-ink", "late-ink", "risk-ink", "done-ink"];
const washes = ["accent", "late", "risk", "done"];

const readable: [string, string][] = [
  ...grounds.flatMap((ground) => texts.map((text): [string, string] => [text, ground])),
  ...washes.flatMap((tone) =>
    ["ink", "ink-muted", "ink-faint", `${tone}-ink`].map((text): [string, string] => [text, `${tone}-wash`]),
  ),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ...["on-inverse", "on-inverse-muted", "on-inverse-late", "on-inverse-done"].map(
    (text): [string, string] => [text, "inverse"],
  ),
];
const visible: [string, string][] = ["line-strong", "accent", "accent-ink", "late", "risk", "done"].flatMap(
  (mark) =>
    ["paper", "sunken", "surface", "raised", "field"].map((ground): [string, string] => [mark, ground]),
);

test("black on white is 21, and a colour on itself is 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#a72920", "#a72920")).toBe(1);
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const colour = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`No token --color-${name} with a light and a dark value.`);
    return token[theme];
  };
  const tooClose = (pairs: [string, string][], least: number) =>
    pairs
      .map(([front, back]) => ({ front, back, ratio: contrast(colour(front), colour(back)) }))
      .filter(({ ratio }) => ratio < least);

  test("text can be read: 4.5 to 1", () => {
    expect(tooClose(readable, 4.5)).toEqual([]);
  });

  test("what is pointed at or chosen can be read on any ground but in faint ink: 4.5 to 1", () => {
    const on = ["hover", "press"].flatMap((veil) =>
      grounds.map((ground) => laidOn(colour(ground), veils.get(veil)?.[theme])),
    );
    const ratios = ["ink", "ink-muted"].flatMap((text) => on.map((ground) => contrast(colour(text), ground)));
    expect(Math.min(...ratios)).toBeGreaterThan(4.5);
  });

  test("bars, dots, rings and edges of fields can be seen: 3 to 1", () => {
    expect(tooClose(visible, 3)).toEqual([]);
  });
});
