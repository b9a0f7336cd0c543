import "server-only";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { eventWords } from "../history/event-words";
import { stripPrices } from "../history/strip-prices";
import { jobNumber } from "../jobs/input";
import { gatherFiles } from "./gather-files";
import { readThreads, type Thread } from "./read-threads";
import { entriesOnPage, type Story, type StoryAbout, type StoryEntry, storyFilters } from "./story";

export const storyInput = z.object({
  number: jobNumber,
  filter: z.enum(storyFilters).catch("all"),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(500).catch(entriesOnPage).default(entriesOnPage),
});

type Event = typeof event.$inferSelect;

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
