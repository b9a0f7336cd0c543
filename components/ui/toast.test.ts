import { beforeEach, expect, test } from "vitest";
import { dismissToast, shownToasts, toast, toastUndo, undoNewest } from "./toast";

beforeEach(() => {
  for (const one of shownToasts()) dismissToast(one.id);
});

const messages = () => shownToasts().map((one) => one.message);

test("the newest undoable thing is taken back first, and each only once", () => {
  const takenBack: string[] = [];
  toastUndo("1042 moved to Curing", () => takenBack.push("1042"));
  toastUndo("1051 moved to QC", () => takenBack.push("1051"));
  toast("Saved");
  expect([undoNewest(), undoNewest(), undoNewest()]).toEqual([true, true, false]);
  expect(takenBack).toEqual(["1051", "1042"]);
  expect(messages()).toEqual(["Saved"]);
});

test("the same words are said once, and no more than three things at a time", () => {
  for (const message of ["one", "two", "two", "three", "four"]) toast(message);
  expect(messages()).toEqual(["two", "three", "four"]);
});

test("what can be undone may be for 10 seconds", () => {
  toastUndo("Deleted", () => {});
  expect(shownToasts()[0]?.lastsMs).toBe(10_000);
});
