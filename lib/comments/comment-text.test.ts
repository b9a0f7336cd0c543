import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { commentPieces, mentionsIn, safeHref } from "./comment-text";

const people = [
  { id: "1", name: "Ana" },
  { id: "2", name: "Ana Lucía" },
  { id: "3", name: "Bo" },
];
const links = (body: string) =>
  commentPieces(body, []).flatMap((piece) => (piece.kind === "link" ? piece.href : []));

test("links what people paste, without the end of the sentence", () => {
  expect(links("See https://example.com/a?b=1, then call.")).toEqual(["https://example.com/a?b=1"]);
  expect(links("(http://example.com/wiki/Bolt_(M8))")).toEqual(["http://example.com/wiki/Bolt_(M8)"]);
  expect(links("[www.example.com].")).toEqual(["https://www.example.com/"]);
  expect(links("ask ana@example.com; or mailto:bo@example.org")).toEqual([
    "mailto:ana@example.com",
    "mailto:bo@example.org",
  ]);
});

test("SECURITY 27: javascript:, data: and the like never become links", () => {
  const hostile = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "blob:https://example.com/1",
    "intent://x#Intent;end",
    "https://user:pass@evil.example/",
    "//example.com",
  ];
  for (const text of hostile) {
    expect(safeHref(text), text).toBeNull();
    for (const href of links(`look ${text} here`)) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
  }
});

test("names the people a comment mentions, the longer name of two that begin alike", () => {
  expect(mentionsIn("@Ana Lucía and @Bo: strip it", people)).toEqual(["2", "3"]);
  expect(mentionsIn("@Ana, please", people)).toEqual(["1"]);
  expect(mentionsIn("@Bobby, mail x@Bo.example, @bo", people)).toEqual([]);
});

test("whatever the text, its pieces together are the text, and links are safe", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .array(
        fc.constantFrom("@Ana", " ", "https://", "x.y", "javascript:", "@", "(", ").", "www.", "\n", "Bo"),
      )
      .map((bits) => bits.join("")),
  );
  fc.assert(
    fc.property(text, (body) => {
      const pieces = commentPieces(body, people);
      expect(pieces.map((piece) => piece.text).join("")).toBe(body);
      for (const piece of pieces)
        if (piece.kind === "link") expect(piece.href).toMatch(/^(https?:\/\/|mailto:)/);
    }),
    propertyRuns,
  );
});
