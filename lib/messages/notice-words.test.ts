import fc from "fast-check";
import { expect, test } from "vitest";
import { noticeKinds } from "@/db/vocabulary";
import { propertyRuns } from "../testing/rounds";
import { noticeWordsInput } from "./input";
import { noticeDefaults } from "./notice-defaults";
import { fillParagraphs, fillSubject, type NoticeValues, placeholders } from "./notice-words";
import { writeNotice } from "./write-notice";

const values: NoticeValues = {
  customer: "Acme Railings",
  contact: "Ana Field",
  shop: "Quillback",
  job: "1042",
  due: "Monday, March 9, 2026",
  proof: "Colour sample",
  decision: "You approved it.",
  note: "A shade lighter.",
};
const anyValues = fc.record(
  Object.fromEntries(placeholders.map((word) => [word, fc.string({ unit: "grapheme" })])) as Record<
    keyof NoticeValues,
    fc.Arbitrary<string>
  >,
);

test("fills in its words and leaves out a paragraph that has nothing to say", () => {
  const words = "Hello {contact},\n\n{note}\n\n  \nDue {due},\nor call.";
  expect(fillParagraphs(words, values)).toEqual([
    "Hello Ana Field,",
    "A shade lighter.",
    "Due Monday, March 9, 2026,\nor call.",
  ]);
  expect(fillParagraphs(words, { ...values, note: " ", due: "" })).toEqual(["Hello Ana Field,"]);
  expect(fillParagraphs("One\r\n\r\nTwo", values)).toEqual(["One", "Two"]);
});

test("what stands in braces inside a value is not filled in again", () => {
  expect(fillParagraphs("{note} {job}", { ...values, note: "{job} {customer}" })).toEqual([
    "{job} {customer} 1042",
  ]);
});

test("SECURITY 29: whatever its words hold, a subject is one line of bounded length", () => {
  fc.assert(
    fc.property(
      anyValues,
      fc.constantFrom("{customer}", "{proof}, job {job}", "Hi {contact}\t"),
      (held, subject) => {
        const filled = fillSubject(subject, held);
        expect(filled).not.toMatch(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/);
        expect(filled.length).toBeLessThanOrEqual(250);
      },
    ),
    propertyRuns,
  );
});

test.each(noticeKinds)("%s in the product's own words is one that a shop could have saved", (kind) => {
  const { subject, words } = noticeDefaults[kind];
  expect(noticeWordsInput.safeParse({ kind, subject, words }).success).toBe(true);
  const written = writeNotice({ kind, subject, words }, values, "http://localhost:3000/");
  expect(JSON.stringify(written)).not.toMatch(/[{][a-z]+[}]/);
  expect(written.paragraphs.length).toBeGreaterThan(1);
  const bare = Object.fromEntries(placeholders.map((word) => [word, ""])) as NoticeValues;
  expect(writeNotice({ kind, subject: "{proof}", words }, bare).subject).toBe(noticeDefaults[kind].name);
});
