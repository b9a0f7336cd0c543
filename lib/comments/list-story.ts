import "server-only";
import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { event } from "@/db/schema/history";
import { comment, job } from "@/db/schema/jobs";
import { member } from "@/db/schema/people";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { eventWords } from "../history/event-words";
import { stripPrices } from "../history/strip-prices";
import { jobNumber } from "../jobs/input";
import {
  entriesOnPage,
  type SaidComment,
  type Story,
  type StoryAbout,
  type StoryEntry,
  storyFilters,
} from "./story";

export const storyInput = z.object({
  number: jobNumber,
  filter: z.enum(storyFilters).catch("all"),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(500).catch(entriesOnPage).default(entriesOnPage),
});

type Event = typeof event.$inferSelect;
type Thread = { head: SaidComment; replies: SaidComment[] };

/**
 * What happened to a job and what was said of it, newest first, a page at a time: history and comments in one line of
 * time, each thread where it began. Without prices for who may not see them. Refuses a number that is no job's.
 */
export async function listStory(ctx: Context, input: z.output<typeof storyInput>): Promise<Story> {
  return inTransaction(ctx, async (work) => {
    const jobId = await idOf(work, input.number);
    const read = await readEvents(work, jobId, input);
    const events = read.slice(0, input.limit);
    const threads = await readThreads(
      work,
      events.filter(isThread).map((one) => one.subjectId),
    );
    return {
      entries: gatherFiles(events).flatMap((one) => entryOf(ctx, one, threads)),
      before: read.length > input.limit ? (events.at(-1)?.seq ?? null) : null,
    };
  });
}

async function idOf(work: WorkContext, number: number): Promise<string> {
  const [found] = await work.tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.number, number), isNull(job.retiredAt)));
  if (!found) throw new Refusal("not-found", `There is no job ${number}.`);
  return found.id;
}

const isHead = sql`${event.kind} = 'comment.added' and not ${event.after} ? 'parentId'`;
/** A place in the same column, and edits that the comment itself shows, are no part of the story. */
const isTold = sql`not (${event.kind} = 'job.moved' and ${event.before} ->> 'stageId' = ${event.after} ->> 'stageId')
  and ${event.kind} not in ('comment.edited', 'comment.retired', 'comment.restored')`;
const isOfFilter = {
  all: isTold,
  comments: isHead,
  history: sql`${isTold} and ${event.kind} not like 'comment.%'`,
};

function readEvents(
  { tx, shop }: WorkContext,
  jobId: string,
  { filter, before, limit }: z.output<typeof storyInput>,
): Promise<Event[]> {
  return tx
    .select()
    .from(event)
    .where(
      and(
        eq(event.shopId, shop.id),
        eq(event.jobId, jobId),
        before ? lt(event.seq, before) : undefined,
        isOfFilter[filter],
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit + 1);
}

const isThread = (one: Event) => one.kind === "comment.added" && !one.after?.parentId;

async function readThreads(work: WorkContext, ids: string[]): Promise<Map<string, Thread>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select()
    .from(comment)
    .where(
      and(eq(comment.shopId, work.shop.id), or(inArray(comment.id, ids), inArray(comment.parentId, ids))),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id));
  const names = await namesOf(
    work,
    rows.flatMap((row) => row.mentions),
  );
  const said = rows.map((row) => ({ row, said: sayComment(row, names) }));
  const heads = said.filter(({ row }) => row.parentId === null);
  return new Map(
    heads.map(({ row: head, said: comment }) => [
      head.id,
      { head: comment, replies: said.filter(({ row }) => row.parentId === head.id).map((one) => one.said) },
    ]),
  );
}

function sayComment(row: typeof comment.$inferSelect, names: Map<string, string>): SaidComment {
  const isTakenBack = row.retiredAt !== null;
  return {
    id: row.id,
    memberId: row.memberId,
    author: row.authorName,
    body: isTakenBack ? "" : row.body,
    visibility: row.visibility,
    mentions: isTakenBack ? [] : row.mentions.map((id) => ({ id, name: names.get(id) ?? "" })),
    at: row.createdAt.toISOString(),
    isEdited: row.editedAt !== null,
    isTakenBack,
  };
}

async function namesOf(work: WorkContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await work.tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.shopId, work.shop.id), inArray(member.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row.name]));
}

function entryOf(ctx: Context, one: Event, threads: Map<string, Thread>): StoryEntry[] {
  const when = { seq: one.seq, at: one.at.toISOString() };
  if (isThread(one)) {
    const thread = threads.get(one.subjectId);
    return thread ? [{ kind: "thread", ...when, ...thread }] : [];
  }
  const seen = can(ctx, "prices.see")
    ? one
    : { ...one, before: stripPrices(one.before), after: stripPrices(one.after) };
  return [
    {
      kind: "line",
      ...when,
      who: one.actorName,
      words: eventWords(seen, ctx.shop),
      about: aboutOf(one.kind),
      ...(one.kind === "comment.added" ? { commentId: one.subjectId } : {}),
    },
  ];
}

function aboutOf(kind: string): StoryAbout {
  if (kind === "job.moved" || kind === "job.created") return "move";
  if (kind.endsWith("assigned")) return "people";
  const noun = kind.split(".")[0];
  return noun === "file" || noun === "comment" ? noun : "change";
}

const together = 10 * 60 * 1000;

/** Files that one person added in one go are one line, told by the newest. */
function gatherFiles(events: Event[]): Event[] {
  const told: Event[] = [];
  for (const one of events) {
    const last = told.at(-1);
    const isMore =
      last?.kind === "file.added" &&
      one.kind === "file.added" &&
      last.actorId === one.actorId &&
      last.at.getTime() - one.at.getTime() < together;
    if (!isMore) told.push(one);
    else told[told.length - 1] = { ...last, after: { files: [...filesOf(last), ...filesOf(one)] } };
  }
  return told;
}

const filesOf = ({ after }: Event) => (after?.files as unknown[] | undefined) ?? [after?.file];
