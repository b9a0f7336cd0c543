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

  test("bars, dots, rings and edges of fields can be seen: 3 to 1", () => {
    expect(tooClose(visible, 3)).toEqual([]);
  });
});
