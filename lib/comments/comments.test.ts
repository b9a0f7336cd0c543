import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { comment } from "@/db/schema/comments";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { editJobInput } from "../jobs/edit-input";
import { editJob } from "../jobs/edit-job";
import { moveJobInput, newJobInput } from "../jobs/input";
import { moveJob } from "../jobs/move-job";
import { type Cast, castOf, stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { addComment } from "./add-comment";
import { editComment } from "./edit-comment";
import { editCommentInput, newCommentInput } from "./input";
import { listStory, storyInput } from "./list-story";
import { restoreComment } from "./restore-comment";
import { retireComment } from "./retire-comment";

const { inRolledBack } = testDatabase();
type Play = { cast: Cast; other: Cast; number: number };
const play = (run: (play: Play) => Promise<void>) => () =>
  inRolledBack(async (tx) => {
    const cast = await castOf(tx);
    const other = await castOf(tx, "Another Shop");
    const input = newJobInput.parse({ newCustomer: { name: "Acme" }, parts: [{ description: "Gate" }] });
    const { number } = await createJob(cast.office, { ...input, priceCents: 10_00 });
    await run({ cast, other, number });
  });

let secondsOn = 0;
/** Each comment a second after the last, as people write them. */
const say = (ctx: MemberContext, number: number, body: string, more: object = {}) => {
  secondsOn += 1;
  const later = { ...ctx, now: new Date(ctx.now.getTime() + secondsOn * 1000) };
  return addComment(later, newCommentInput.parse({ number, body, ...more }));
};
const story = (ctx: MemberContext, number: number, more: object = {}) =>
  listStory(ctx, storyInput.parse({ number, ...more }));
const rows = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(comment).orderBy(asc(comment.createdAt)));

test(
  "a comment is for the shop alone unless it says otherwise, and an answer is as visible as its thread",
  play(async ({ cast: { office, painter }, number }) => {
    const inside = await say(painter, number, "Scratched on arrival");
    const outside = await say(office, number, "Ready on Friday", { visibility: "customer" });
    await say(office, number, "Photo?", { parentId: inside.id, visibility: "customer" });
    const answer = await say(painter, number, "Thursday even", { parentId: outside.id });
    await say(painter, number, "Sorry, Friday", { parentId: answer.id });
    const kept = await rows(office);
    expect(kept.map((one) => [one.body, one.visibility, one.parentId])).toEqual([
      ["Scratched on arrival", "internal", null],
      ["Ready on Friday", "customer", null],
      ["Photo?", "internal", inside.id],
      ["Thursday even", "customer", outside.id],
      ["Sorry, Friday", "customer", outside.id],
    ]);
  }),
);

test(
  "SECURITY 15: author, shop, date and role in the input are ignored",
  play(async ({ cast: { painter, shop }, other, number }) => {
    const forged = {
      memberId: other.owner.actor.id,
      authorName: "Olive Owner",
      shopId: other.shop.id,
      role: "owner",
      createdAt: new Date(0),
    };
    const { id } = await say(painter, number, "Mine", forged);
    const [row] = await rows(painter);
    expect(row).toMatchObject({ id, shopId: shop.id, memberId: painter.actor.id, authorName: "Pia Painter" });
    expect(row?.createdAt.getTime()).toBeGreaterThan(0);
  }),
);

test(
  "mentions members of the shop, who are kept with it, and refuses strangers",
  play(async ({ cast: { office, painter }, other, number }) => {
    await say(office, number, "@Pia Painter look", { mentions: [painter.actor.id] });
    const { entries } = await story(office, number, { filter: "comments" });
    expect(entries[0]).toMatchObject({ head: { mentions: [{ id: painter.actor.id, name: "Pia Painter" }] } });
    const events = await inTransaction(office, ({ tx }) => tx.select().from(event).orderBy(asc(event.seq)));
    expect(events.at(-1)?.after).toMatchObject({ mentions: [{ name: "Pia Painter" }] });
    const stranger = { mentions: [other.painter.actor.id] };
    await expect(say(office, number, "@x", stranger)).rejects.toMatchObject({ code: "not-found" });
  }),
);

test(
  "its author edits a comment, takes it back and puts it back; nobody else can",
  play(async ({ cast: { office, painter, owner }, other, number }) => {
    const { id } = await say(painter, number, "Teh gate");
    const edit = (ctx: MemberContext, body: string) =>
      editComment(ctx, editCommentInput.parse({ commentId: id, body }));
    for (const ctx of [office, owner]) {
      await expect(edit(ctx, "x")).rejects.toMatchObject({ code: "forbidden" });
      await expect(retireComment(ctx, { commentId: id })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(retireComment(other.owner, { commentId: id })).rejects.toMatchObject({ code: "not-found" });
    await edit(painter, "The gate");
    await retireComment(painter, { commentId: id });
    await expect(edit(painter, "again")).rejects.toMatchObject({ code: "gone" });
    const { entries } = await story(office, number);
    expect(entries[0]).toMatchObject({ head: { body: "", isTakenBack: true, isEdited: true } });
    await restoreComment(painter, { commentId: id });
    expect((await rows(office))[0]).toMatchObject({ body: "The gate", retiredAt: null });
    const kinds = await inTransaction(office, ({ tx }) =>
      tx.select().from(event).where(eq(event.subjectId, id)),
    );
    expect(kinds.map((one) => one.kind).toSorted()).toEqual([
      "comment.added",
      "comment.edited",
      "comment.restored",
      "comment.retired",
    ]);
  }),
);

test(
  "sent twice it is one comment",
  play(async ({ cast: { office }, number }) => {
    const onceId = crypto.randomUUID();
    expect(await say(office, number, "Once", { onceId })).toEqual(
      await say(office, number, "Once", { onceId }),
    );
    expect(await rows(office)).toHaveLength(1);
  }),
);

test(
  "the story tells history and comments in one line of time, in plain words, and skips places in a column",
  play(async ({ cast: { office, painter }, number }) => {
    const received = await stageNamed(office, "Received");
    const prep = await stageNamed(office, "Prep");
    const at = { number, fromStageId: received.id };
    await moveJob(painter, moveJobInput.parse({ ...at, toStageId: prep.id, placement: 1 }));
    const within = { ...at, fromStageId: prep.id, toStageId: prep.id, placement: 2 };
    await moveJob(painter, moveJobInput.parse(within));
    const { id } = await say(office, number, "Mind the hinges");
    await say(painter, number, "Will do", { parentId: id });
    const { entries, before } = await story(office, number);
    expect(before).toBeNull();
    expect(
      entries.map((one) => (one.kind === "line" ? `${one.who} ${one.words}` : `“${one.head.body}”`)),
    ).toEqual([
      "Pia Painter answered Otto Office",
      "“Mind the hinges”",
      "Pia Painter moved it from Received to Prep",
      "Otto Office took it in to Received",
    ]);
    expect(entries[1]).toMatchObject({ replies: [{ body: "Will do", author: "Pia Painter" }] });
    const history = await story(office, number, { filter: "history" });
    expect(history.entries).toHaveLength(2);
  }),
);

test(
  "the story comes a page at a time and misses nothing between pages",
  play(async ({ cast: { office }, number }) => {
    for (let at = 0; at < 7; at += 1) await say(office, number, `Comment ${at}`);
    const seen: number[] = [];
    let before: number | null | undefined;
    do {
      const page = await story(office, number, { limit: 3, ...(before ? { before } : {}) });
      seen.push(...page.entries.map((one) => one.seq));
      before = page.before;
    } while (before);
    expect(seen).toHaveLength(8);
    expect(seen).toEqual(seen.toSorted((one, other) => other - one));
  }),
);

test(
  "SECURITY 14: the story shows no price to who may not see prices",
  play(async ({ cast: { office, painter }, number }) => {
    await editJob(office, editJobInput.parse({ number, changes: { priceCents: 123_45 } }));
    expect(JSON.stringify(await story(office, number))).toContain("$123.45");
    const blind = JSON.stringify(await story(painter, number));
    expect(blind).toContain("changed the price");
    expect(blind).not.toMatch(/123|\$|10\.00/);
  }),
);

test(
  "SECURITY 12: comments and story of another shop are not there",
  play(async ({ cast: { office }, other, number }) => {
    const { id } = await say(office, number, "Ours");
    await expect(story(other.owner, number)).rejects.toMatchObject({ code: "not-found" });
    await expect(say(other.owner, number, "x")).rejects.toMatchObject({ code: "not-found" });
    const input = newJobInput.parse({ newCustomer: { name: "B" }, parts: [{ description: "Post" }] });
    const theirs = await createJob(other.office, input);
    await expect(say(other.office, theirs.number, "x", { parentId: id })).rejects.toMatchObject({
      code: "gone",
    });
  }),
);
