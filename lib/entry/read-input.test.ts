import { expect, test } from "vitest";
import { z } from "zod";
import { refusedAnswer } from "./answer";
import { holdsUnkeepable, unkeepable } from "./holds-unkeepable";
import { readInput } from "./read-input";

const note = z.object({ words: z.array(z.object({ text: z.string().trim() })) });
const said = (text: string) => () => readInput(note, { words: [{ text }] });

test("a text that the database cannot keep is refused in a sentence", () => {
  for (const odd of ["a\0b", "\0", "\ud800", "b\udfff"]) {
    expect(said(odd)).toThrow(unkeepable);
    try {
      said(odd)();
    } catch (error) {
      expect(refusedAnswer(error, "addComment")).toMatchObject({ code: "invalid", message: unkeepable });
    }
  }
  for (const whole of ["", "å", "👩‍🔧", "\u202e", "\ufeff", "a\nb\tc"]) expect(said(whole)).not.toThrow();
});

test("what holds itself, or is nested deeper than a stack, is walked to its end", () => {
  const round: Record<string, unknown> = { text: "whole" };
  round.itself = [round, round];
  expect(holdsUnkeepable(round)).toBe(false);
  let deep: unknown = "a\0b";
  for (let at = 0; at < 100_000; at++) deep = [deep];
  expect(holdsUnkeepable(deep)).toBe(true);
  let wide: unknown = "whole";
  for (let at = 0; at < 60; at++) wide = [wide, wide];
  expect(holdsUnkeepable(wide)).toBe(false);
});
