import { expect, test } from "vitest";
import { readTags } from "./read-tags";

test("takes each tag once, without the spaces around it", () => {
  expect(readTags(" fence, Wholesale ;fence,\n big   job ,, ")).toEqual(["fence", "Wholesale", "big job"]);
  expect(readTags(" , ")).toEqual([]);
});
