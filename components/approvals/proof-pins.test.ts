import { expect, test } from "vitest";
import type { ProofCommentView } from "@/lib/approvals/proof-view";
import { threadsOf } from "./proof-pins";

const said = (id: string, more: Partial<ProofCommentView> = {}): ProofCommentView => ({
  id,
  parentId: null,
  author: "Ana Field",
  memberId: null,
  contactId: null,
  isFromCustomer: true,
  body: "A hole is missing here.",
  visibility: "customer",
  mentions: [],
  page: null,
  x: null,
  y: null,
  at: "2026-03-09T10:00:00Z",
  isEdited: false,
  isTakenBack: false,
  ...more,
});

test("numbers the pins of a version in the order they were set, and leaves talk without a spot unnumbered", () => {
  const threads = threadsOf({
    comments: [
      said("late", { page: 2, x: 10, y: 20, at: "2026-03-09T12:00:00Z" }),
      said("talk", { at: "2026-03-09T11:00:00Z" }),
      said("first", { page: 1, x: 5000, y: 5000, visibility: "internal" }),
      said("reply", { parentId: "first", at: "2026-03-09T13:00:00Z" }),
    ],
  });
  expect(threads.map(({ head, pin }) => [head.id, pin?.mark ?? null])).toEqual([
    ["first", "1"],
    ["talk", null],
    ["late", "2"],
  ]);
  expect(threads[0]?.replies.map((one) => one.id)).toEqual(["reply"]);
  expect(threads[0]?.pin).toMatchObject({ page: 1, x: 5000, visibility: "internal" });
});
