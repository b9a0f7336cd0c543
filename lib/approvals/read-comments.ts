import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { member } from "@/db/schema/people";
import type { CommentVisibility } from "@/db/vocabulary";
import type { AnyWork } from "../context";
import type { ProofCommentView } from "./proof-view";

type Row = typeof comment.$inferSelect;

/** What was said of versions, as it was said, by the version. With a visibility, only what has it. What was taken back has no words. */
export async function readComments(
  work: AnyWork,
  versionIds: string[],
  visibility?: CommentVisibility,
): Promise<Map<string | null, ProofCommentView[]>> {
  if (versionIds.length === 0) return new Map();
  const { tx, shop } = work;
  const rows = await tx
    .select()
    .from(comment)
    .where(
      and(
        eq(comment.shopId, shop.id),
        inArray(comment.proofVersionId, versionIds),
        visibility ? eq(comment.visibility, visibility) : undefined,
      ),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id));
  const mentioned = rows.flatMap((row) => row.mentions);
  const names = await namesOf(work, mentioned);
  const byVersion = Map.groupBy(rows, (row) => row.proofVersionId);
  return new Map([...byVersion].map(([id, said]) => [id, said.map((row) => sayComment(row, names))]));
}

function sayComment(row: Row, names: Map<string, string>): ProofCommentView {
  const isTakenBack = row.retiredAt !== null;
  return {
    id: row.id,
    parentId: row.parentId,
    author: row.authorName,
    memberId: row.memberId,
    contactId: row.contactId,
    isFromCustomer: row.contactId !== null,
    body: isTakenBack ? "" : row.body,
    visibility: row.visibility,
    mentions: isTakenBack ? [] : row.mentions.map((id) => ({ id, name: names.get(id) ?? "" })),
    page: row.page,
    x: row.pinX,
    y: row.pinY,
    at: row.createdAt.toISOString(),
    isEdited: row.editedAt !== null,
    isTakenBack,
  };
}

/** The names of members by their ids. */
export async function namesOf({ tx, shop }: AnyWork, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.shopId, shop.id), inArray(member.id, wanted)));
  return new Map(rows.map((row) => [row.id, row.name]));
}
