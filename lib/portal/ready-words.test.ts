import { expect, test } from "vitest";
import { type ReadyFacts, readyWords } from "./ready-words";

const working: ReadyFacts = {
  kind: "working",
  dueOn: null,
  readyOn: null,
  deliveredOn: null,
  today: "2026-03-09",
};

test.each<[Partial<ReadyFacts>, string, string]>([
  [{ dueOn: "2026-03-13" }, "Planned for Friday, March 13", "In 4 days"],
  [{ dueOn: "2026-03-09" }, "Planned for today", ""],
  [{ dueOn: "2026-03-10" }, "Planned for tomorrow", ""],
  [{ dueOn: "2027-01-04" }, "Planned for Monday, January 4, 2027", ""],
  [{ dueOn: "2026-03-06" }, "Running late", "It was planned for Friday, March 6."],
  [{}, "No date yet", "The shop has not set a day."],
  [{ kind: "ready", readyOn: "2026-03-08", dueOn: "2026-03-01" }, "Ready for you", "Since yesterday"],
  [{ kind: "delivered", deliveredOn: "2026-03-02" }, "Delivered Monday, March 2", ""],
  [{ kind: "cancelled", dueOn: "2026-03-01" }, "Cancelled", ""],
  [{ kind: "quoted" }, "Quoted", "Work has not begun."],
])("%j is told as %s", (facts, title, detail) => {
  expect(readyWords({ ...working, ...facts }, "en-US")).toMatchObject({ title, detail });
});
