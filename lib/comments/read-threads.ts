import "server-only";
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { job } from "@/db/schema/jobs";
import { member } from "@/db/schema/people";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import type { SaidComment } from "./story";

export type Thread = { head: SaidComment; replies: SaidComment[] };

/** The threads that begin with these comments, replies in the order they were said. What was taken back has no words. */
export async function readThreads(work: WorkContext, ids: string[]): Promise<Map<string, Thread>> {
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

/** One comment of a job, whether it began a thread or answered in one. Refuses one that is not there. */
export async function readComment(
  work: WorkContext,
  { number, commentId }: { number: number; commentId: string },
): Promise<SaidComment & { parentId: string | null }> {
  const [found] = await work.tx
    .select({ comment })
    .from(comment)
    .innerJoin(job, and(eq(job.shopId, comment.shopId), eq(job.id, comment.jobId)))
    .where(
      and(
        eq(comment.shopId, work.shop.id),
        eq(comment.id, commentId),
        eq(job.number, number),
        isNull(job.retiredAt),
      ),
    );
  if (!found) throw new Refusal("not-found", "That comment is no longer here.");
  const names = await namesOf(work, found.comment.mentions);
  return { ...sayComment(found.comment, names), parentId: found.comment.parentId };
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
