import "server-only";
import { z } from "zod";
import { commentVisibilities } from "@/db/vocabulary";
import { addComment } from "../comments/add-comment";
import { editComment } from "../comments/edit-comment";
import { editCommentInput, newCommentInput } from "../comments/input";
import { listStory } from "../comments/list-story";
import { lockOwnComment } from "../comments/lock-own-comment";
import { readComment } from "../comments/read-threads";
import { retireComment } from "../comments/retire-comment";
import type { StoryEntry } from "../comments/story";
import { inTransaction, type KeyContext } from "../context";
import { moment, named, numberInPath, pagingQuery } from "./fields";
import { type Matched, type Operation, operation } from "./operation";

const ofJob = z.object({ number: numberInPath });
const one = ofJob.extend({ commentId: z.uuid() });
type OneComment = z.output<typeof one>;
const tag = "Comments";

const said = z.object({
  id: z.uuid(),
  author: z.string(),
  memberId: z.uuid().nullable().describe("Null where a customer or another program said it."),
  body: z.string().describe("Empty when it was taken back."),
  visibility: z.enum(commentVisibilities),
  mentions: z.array(named),
  at: moment,
  isEdited: z.boolean(),
  isTakenBack: z.boolean(),
});
export const commentShape = said.extend({
  parentId: z.uuid().nullable().describe("The comment that began the thread it answers in."),
});
export const threadShape = said.extend({ replies: z.array(said).describe("The oldest first.") });

const seen = (ctx: KeyContext, at: OneComment) => inTransaction(ctx, (work) => readComment(work, at));
const asSeen: Matched<OneComment> = {
  lock: async (work, at) => {
    await readComment(work, at);
    await lockOwnComment(work, at.commentId);
  },
  read: seen,
  output: commentShape,
};

type ThreadEntry = Extract<StoryEntry, { kind: "thread" }>;

export const commentOperations: Operation[] = [
  operation({
    ...{ id: "listComments", method: "GET", path: "/jobs/{number}/comments", tag, scope: "comments:read" },
    summary: "What was said of a job, thread by thread, the newest first",
    params: ofJob,
    query: pagingQuery,
    output: threadShape,
    isPage: true,
    handle: async (ctx, { params, paging: { after, limit } }) => {
      const asked = { ...params, filter: "comments" as const, limit };
      const story = await listStory(ctx, { ...asked, before: after ? Number(after.id) : undefined });
      const threads = story.entries.filter((entry): entry is ThreadEntry => entry.kind === "thread");
      return {
        rows: threads.map(({ head, replies }) => ({ ...head, replies })),
        next: story.before === null ? null : { value: null, id: String(story.before) },
      };
    },
  }),
  operation({
    ...{ id: "addComment", method: "POST", path: "/jobs/{number}/comments", tag, scope: "comments:write" },
    summary: "Say something about a job, to the shop alone unless told otherwise",
    params: ofJob,
    body: newCommentInput.omit({ onceId: true, number: true }).strict(),
    output: commentShape,
    location: (comment, { number }) => `/jobs/${number}/comments/${comment.id}`,
    handle: async (ctx, { params, body }) => {
      const { id } = await addComment(ctx, { ...params, ...body });
      return seen(ctx, { ...params, commentId: id });
    },
  }),
  operation({
    ...{ id: "getComment", method: "GET", path: "/jobs/{number}/comments/{commentId}", tag },
    scope: "comments:read",
    summary: "One comment",
    params: one,
    output: commentShape,
    handle: (ctx, { params }) => seen(ctx, params),
  }),
  operation({
    ...{ id: "editComment", method: "PATCH", path: "/jobs/{number}/comments/{commentId}", tag },
    scope: "comments:write",
    summary: "Change the words of a comment that this key made",
    params: one,
    body: editCommentInput.omit({ commentId: true }).strict(),
    output: commentShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      await editComment(ctx, { ...body, commentId: params.commentId });
      return seen(ctx, params);
    },
  }),
  operation({
    ...{ id: "retireComment", method: "DELETE", path: "/jobs/{number}/comments/{commentId}", tag },
    scope: "comments:write",
    summary: "Take back a comment that this key made",
    params: one,
    match: asSeen,
    handle: (ctx, { params }) => retireComment(ctx, params),
  }),
];
