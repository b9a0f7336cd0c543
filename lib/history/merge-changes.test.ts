import { expect, test } from "vitest";
import { mergeChanges } from "./merge-changes";

const now = { name: "Acme Railings", phone: "555-0100", tags: ["fence"], terms: "Net 15" };

test("takes a field that nobody else changed", () => {
  expect(mergeChanges(now, { phone: "555-0199" }, { phone: "555-0100" })).toEqual({
    taken: { phone: "555-0199" },
    before: { phone: "555-0100" },
    clashes: [],
  });
});

test("takes one field though somebody changed another", () => {
  const { taken, clashes } = mergeChanges(now, { phone: "555-0199" }, { phone: "555-0100", terms: "Net 30" });
  expect(taken).toEqual({ phone: "555-0199" });
  expect(clashes).toEqual([]);
});

test("tells both values of a field that two people changed", () => {
  const { taken, clashes } = mergeChanges(
    now,
    { terms: "COD", phone: "1" },
    { terms: "Net 30", phone: "555-0100" },
  );
  expect(clashes).toEqual([{ field: "terms", theirs: "Net 15", yours: "COD" }]);
  expect(taken).toEqual({ phone: "1" });
});

test("leaves a field that already has the value, whoever gave it", () => {
  expect(mergeChanges(now, { terms: "Net 15" }, { terms: "Net 30" }).taken).toEqual({});
  expect(mergeChanges(now, { tags: ["fence"] }, { tags: [] }).clashes).toEqual([]);
});
