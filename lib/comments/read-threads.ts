import "server-only";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { member } from "@/db/schema/people";
import type { WorkContext } from "../context";
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
