import { expect, test } from "vitest";
import { mentionsIn } from "@/lib/comments/comment-text";
import { matchMentions, mentionNames, mentionUnderway } from "./mention-names";

const members = [
  { id: "1", name: "Pia Painter" },
  { id: "2", name: "Ana Lucía Ortiz" },
  { id: "3", name: "Ana Berg" },
  { id: "4", name: "Cher" },
];

test("a first name is enough while nobody else bears it", () => {
  const names = mentionNames(members);
  expect(mentionsIn("@Pia look, @Cher too", names)).toEqual(["1", "4"]);
  expect(mentionsIn("@Ana look", names)).toEqual([]);
  expect(mentionsIn("@Ana Berg look", names)).toEqual(["3"]);
});

test("knows the name being typed at the caret, and an address is none", () => {
  expect(mentionUnderway("Ask @pi", 7)).toEqual({ from: 5, typed: "pi" });
  expect(mentionUnderway("@", 1)).toEqual({ from: 1, typed: "" });
  expect(mentionUnderway("mail ana@ber", 12)).toBeNull();
  expect(mentionUnderway("Ask @pi now", 4)).toBeNull();
});

test("offers those whose name begins so, and nobody once it is complete", () => {
  expect(matchMentions(members, "an").map((one) => one.id)).toEqual(["2", "3"]);
  expect(matchMentions(members, "ort").map((one) => one.id)).toEqual(["2"]);
  expect(matchMentions(members, "pia painter")).toEqual([]);
});
