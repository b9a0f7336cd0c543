import "server-only";
import { and, eq } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { type Actor, authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { requireMembers } from "../jobs/require-known";
import type { ProofCommentInput } from "./input";
import { type LockedVersion, lockVersion } from "./lock-version";
import { isDecided, standingOf } from "./proof-rules";

type Work = WorkContext<Actor>;

/**
 * Says something about a version of a proof, or about a spot on one of its pages. What a customer says is for both
 * sides; a reply is as visible as its thread. The same onceId is the same comment. Refuses another customer's proof,
 * pages that are not there, and a link whose question is over.
 */
export async function addProofComment(
  ctx: Context<Actor>,
  input: ProofCommentInput,
): Promise<{ id: string }> {
  const isCustomer = ctx.actor.kind === "contact" || ctx.actor.kind === "link";
  if (!isCustomer) authorize(ctx, "jobs.comment");
  return inTransaction(ctx, async (work) => {
    const locked = await lockFor(work, input.versionId);
    if (input.page && input.page > (locked.version.pages ?? 0)) {
      throw new Refusal("invalid", "There is no such page.", { field: "page" });
    }
    const parent = input.parentId
      ? await findParent(work, input.versionId, input.parentId, isCustomer)
      : null;
    const visibility = isCustomer ? "customer" : (parent?.visibility ?? input.visibility);
    const mentioned = isCustomer ? [] : await requireMembers(work as WorkContext, input.mentions);
    const { actor } = ctx;
    const [made] = await work.tx
      .insert(comment)
      .values({
        ...(input.onceId ? { id: input.onceId } : {}),
        shopId: ctx.shop.id,
        jobId: locked.job.id,
        parentId: parent?.id ?? null,
        memberId: actor.kind === "member" ? actor.id : null,
        contactId: actor.kind === "contact" || actor.kind === "link" ? actor.id : null,
        proofVersionId: input.versionId,
        page: parent ? null : (input.page ?? null),
        pinX: parent ? null : (input.x ?? null),
        pinY: parent ? null : (input.y ?? null),
        authorName: actor.name,
        body: input.body,
        visibility,
        mentions: mentioned.map((one) => one.id),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: comment.id, page: comment.page });
    if (!made) return { id: input.onceId as string };
    tellOfComment(work, locked, made, {
      visibility,
      ...(isCustomer && "id" in actor ? { contactId: actor.id } : {}),
      ...(parent ? { parentId: parent.id, to: parent.authorName } : {}),
      ...(mentioned.length > 0 ? { mentions: mentioned } : {}),
    });
    return { id: made.id };
  });
}

/** The version as its speaker may reach it: the shop any, a customer what they were asked about, a link its own while it lasts. */
async function lockFor(work: Work, versionId: string): Promise<LockedVersion> {
  const { actor } = work;
  if (actor.kind !== "contact" && actor.kind !== "link") return lockVersion(work, versionId);
  if (actor.kind === "link" && actor.versionId !== versionId) throw notThere();
  const locked = await lockVersion(work, versionId, { customerId: actor.customerId });
  if (locked.version.askedAt === null) throw notThere();
  const state = standingOf(locked.version, work.now);
  if (actor.kind === "link" && state !== "waiting" && !isDecided(state)) {
    throw new Refusal("gone", `This question is over. Write to ${work.shop.name} instead.`, { state });
  }
  return locked;
}

/** The head of the thread a reply joins. For a customer there are only threads of both sides. */
async function findParent({ tx, shop }: Work, versionId: string, parentId: string, isCustomer: boolean) {
  const [answered] = await tx
    .select()
    .from(comment)
    .where(
      and(
        eq(comment.shopId, shop.id),
        eq(comment.proofVersionId, versionId),
        eq(comment.id, parentId),
        isCustomer ? eq(comment.visibility, "customer") : undefined,
      ),
    );
  if (!answered) throw new Refusal("gone", "The comment you answer is no longer here.");
  const { visibility, authorName } = answered;
  return { id: answered.parentId ?? answered.id, visibility, authorName };
}

type Made = { id: string; page: number | null };

function tellOfComment(work: Work, locked: LockedVersion, made: Made, more: Record<string, unknown>): void {
  const { job, proof, version } = locked;
  recordEvent(work, {
    kind: "comment.added",
    subjectId: made.id,
    jobId: job.id,
    customerId: job.customerId,
    after: {
      proof: proof.title,
      proofId: proof.id,
      versionId: version.id,
      version: version.number,
      ...(made.page === null ? {} : { page: made.page }),
      ...more,
    },
  });
}

const notThere = () => new Refusal("not-found", "There is no such proof.");
