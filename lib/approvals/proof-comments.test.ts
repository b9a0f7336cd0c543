import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { comment } from "@/db/schema/comments";
import type { Actor, Context } from "../context";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import { addDrawn, ask, linkOf, type OneProof, playOneProof } from "../testing/one-proof";
import { addProofComment } from "./add-proof-comment";
import { getProof } from "./get-proof";
import { getProofForCustomer } from "./get-proof-for-customer";
import { proofCommentInput } from "./input";
import { withdrawProof } from "./withdraw-proof";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);

const say = (ctx: Context<Actor>, versionId: string, body: string, more: object = {}) =>
  addProofComment(ctx, proofCommentInput.parse({ versionId, body, ...more }));
const rows = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(comment).orderBy(asc(comment.createdAt)));
const pin = { page: 1, x: 2500, y: 9999 };

test(
  "a customer pins a word to a spot of a page; the shop reads it there and answers in the same thread",
  play(async ({ office, jobId, dana, proofId, versionId, later }: OneProof) => {
    await ask(office, versionId, [dana]);
    const { id } = await say(linkOf(dana, versionId), versionId, "Is this the weld?", pin);
    expect(await lastEvent(office)).toMatchObject({
      kind: "comment.added",
      subjectId: id,
      jobId,
      actorKind: "link",
      after: {
        visibility: "customer",
        proof: "Colour sample",
        proofId,
        versionId,
        page: 1,
        contactId: dana.actor.id,
      },
    });
    await say(later(office), versionId, "It is", { parentId: id });
    const seen = await getProof(office, proofId);
    expect(seen.versions[0]?.comments).toMatchObject([
      { id, author: "Dana Drawn", isFromCustomer: true, visibility: "customer", page: 1, x: 2500, y: 9999 },
      { parentId: id, author: "Otto Office", isFromCustomer: false, visibility: "customer", page: null },
    ]);
    const { comments } = await getProofForCustomer(dana, versionId);
    expect(comments).toMatchObject([
      { body: "Is this the weld?", isFromShop: false, isMine: true, x: 2500 },
      { body: "It is", isFromShop: true, isMine: false },
    ]);
  }),
);

test(
  "SECURITY 14: what the shop says to itself never reaches a customer, nor may they answer it",
  play(async ({ office, cast: { painter }, dana, vera, versionId, later }) => {
    await ask(office, versionId, [dana]);
    const inside = await say(painter, versionId, "We have only half a box of this");
    await say(later(painter), versionId, "Order more", { parentId: inside.id, visibility: "customer" });
    for (const ctx of [dana, vera, linkOf(dana, versionId)]) {
      expect(JSON.stringify(await getProofForCustomer(ctx, versionId))).not.toMatch(/half a box|Order more/);
      await expect(say(ctx, versionId, "Why?", { parentId: inside.id })).rejects.toMatchObject({
        code: "gone",
      });
    }
    await say(vera, versionId, "Looks good", { visibility: "internal", mentions: [painter.actor.id] });
    const all = await rows(office);
    const said = all.map((one) => [one.body, one.visibility, one.mentions.length]).toSorted();
    expect(said).toEqual([
      ["Looks good", "customer", 0],
      ["Order more", "internal", 0],
      ["We have only half a box of this", "internal", 0],
    ]);
  }),
);

test(
  "SECURITY 12: nobody speaks on a proof of another customer or shop, on one not asked about, or under a link to another",
  play(async ({ office, other, number, dana, stranger, versionId }) => {
    await expect(say(dana, versionId, "x")).rejects.toMatchObject({ code: "not-found" });
    const { version } = await ask(office, versionId, [dana]);
    const second = await addDrawn(office, number, { title: "Masking" });
    await ask(office, second.versionId, [dana]);
    for (const ctx of [stranger, other.office, linkOf(dana, second.versionId)] as Context<Actor>[]) {
      await expect(say(ctx, versionId, "x")).rejects.toMatchObject({ code: "not-found" });
    }
    const { versionId: elsewhere } = second;
    const there = await say(office, elsewhere, "On the other proof", { visibility: "customer" });
    await expect(say(dana, versionId, "x", { parentId: there.id })).rejects.toMatchObject({ code: "gone" });
    await withdrawProof(office, { versionId, version });
    await expect(say(linkOf(dana, versionId), versionId, "x")).rejects.toMatchObject({ code: "gone" });
    expect(await rows(office)).toHaveLength(1);
  }),
);

test(
  "a pin is on a page that is there; the same press is the same comment",
  play(async ({ office, versionId }) => {
    expect(proofCommentInput.safeParse({ versionId, body: "x", x: 1, y: 2 }).success).toBe(false);
    expect(proofCommentInput.safeParse({ versionId, body: "x", ...pin, x: 10_001 }).success).toBe(false);
    await expect(say(office, versionId, "x", { ...pin, page: 2 })).rejects.toMatchObject({ code: "invalid" });
    const onceId = crypto.randomUUID();
    for (let press = 0; press < 2; press++)
      expect(await say(office, versionId, "x", { onceId })).toEqual({ id: onceId });
    const kept = await inTransaction(office, ({ tx }) =>
      tx.select().from(comment).where(eq(comment.id, onceId)),
    );
    expect(kept).toHaveLength(1);
  }),
);
