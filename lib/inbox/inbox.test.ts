import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addProofComment } from "../approvals/add-proof-comment";
import { decideProof } from "../approvals/decide-proof";
import { decideProofInput, proofCommentInput } from "../approvals/input";
import { addComment } from "../comments/add-comment";
import { newCommentInput } from "../comments/input";
import { retireComment } from "../comments/retire-comment";
import { inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";
import { assignMember } from "../jobs/assign-member";
import { testDatabase } from "../testing/database";
import { ask, linkOf, type OneProof, playOneProof, versionRow } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { countInbox } from "./count-inbox";
import { listInbox } from "./list-inbox";
import { markInboxSeen } from "./mark-inbox-seen";

const { inRolledBack } = testDatabase();
releaseQueues();
const play = playOneProof(inRolledBack);
const caller = { address: "203.0.113.9", device: "Firefox on Linux" };

const decide = async ({ office, versionId, dana }: OneProof, verdict: "approved" | "changes") => {
  const { version } = await versionRow(office, versionId);
  const reason = verdict === "changes" ? "Too dark." : "";
  return decideProof(
    linkOf(dana, versionId),
    decideProofInput.parse({ versionId, verdict, reason, version }),
    caller,
  );
};
const say = (ctx: MemberContext, number: number, body: string, mentions: string[] = []) =>
  addComment(ctx, newCommentInput.parse({ number, body, mentions }));
const kinds = async (ctx: MemberContext) => (await listInbox(ctx)).unread.map((one) => one.kind);

test(
  "holds what customers decide and write, who names me and what I am given, and nothing of my own",
  play(async (on) => {
    const { office, number, cast, versionId, dana } = on;
    await ask(office, versionId, [dana]);
    await decide(on, "changes");
    await addProofComment(dana, proofCommentInput.parse({ versionId, body: "A shade lighter?" }));
    await say(cast.painter, number, "@Otto Office look", [office.actor.id]);
    await say(office, number, "@Otto Office note to self", [office.actor.id]);
    await assignMember(cast.owner, { number, memberId: office.actor.id });
    await assignMember(office, { number, memberId: cast.manager.actor.id });
    const { unread, unreadCount } = await listInbox(office);
    expect(unread.map((one) => one.kind)).toEqual(["assigned", "mention", "customer-comment", "decision"]);
    expect(unreadCount).toBe(4);
    expect(unread[3]).toMatchObject({
      by: "Dana Drawn",
      verdict: "changes",
      reason: "Too dark.",
      proof: "Colour sample",
      customer: "Acme Railings",
      href: `/jobs/${number}/proofs/${on.proofId}`,
    });
    expect(unread[2]).toMatchObject({ says: "A shade lighter?" });
    expect(unread[1]).toMatchObject({ by: "Pia Painter", says: "@Otto Office look" });
    expect(await kinds(cast.manager)).toEqual(["assigned", "customer-comment", "decision"]);
  }),
);

test(
  "tells the floor of customers on their own jobs alone",
  play(async (on) => {
    const { office, number, cast, versionId, dana } = on;
    await ask(office, versionId, [dana]);
    await decide(on, "approved");
    expect(await kinds(cast.painter)).toEqual([]);
    await assignMember(office, { number, memberId: cast.painter.actor.id });
    expect(await kinds(cast.painter)).toEqual(["assigned", "decision"]);
  }),
);

test(
  "one thing or all of it is seen, for good, and never more than there is",
  play(async ({ office, number, cast }) => {
    for (const body of ["@Otto Office 1", "@Otto Office 2", "@Otto Office 3"]) {
      await say(cast.painter, number, body, [office.actor.id]);
    }
    const [, second] = (await listInbox(office)).unread;
    expect(await markInboxSeen(office, { one: second?.seq as number })).toEqual({ unread: 2 });
    const { unread, seen, upTo } = await listInbox(office);
    expect(unread.map((one) => "says" in one && one.says)).toEqual(["@Otto Office 3", "@Otto Office 1"]);
    expect(seen.map((one) => one.seq)).toEqual([second?.seq]);
    await say(cast.painter, number, "@Otto Office 4", [office.actor.id]);
    expect(await markInboxSeen(office, { upTo })).toEqual({ unread: 1 });
    expect(await markInboxSeen(office, { upTo: 1 })).toEqual({ unread: 1 });
    expect(await markInboxSeen(office, { upTo: Number.MAX_SAFE_INTEGER })).toEqual({ unread: 0 });
    await say(cast.painter, number, "@Otto Office 5", [office.actor.id]);
    expect(await countInbox(office)).toBe(1);
    expect(await countInbox(cast.manager)).toBe(0);
  }),
);

test(
  "what was taken back is not read here either",
  play(async ({ office, number, cast }) => {
    const { id } = await say(cast.painter, number, "@Otto Office secret", [office.actor.id]);
    await retireComment(cast.painter, { commentId: id });
    const { unread } = await listInbox(office);
    expect(unread).toMatchObject([{ kind: "mention", says: "" }]);
    expect(JSON.stringify(unread)).not.toContain("secret");
  }),
);

test(
  "SECURITY 12: is its member's own and its shop's own",
  play(async ({ office, number, cast, other }) => {
    await say(cast.painter, number, "@Otto Office", [office.actor.id]);
    expect(await listInbox(other.office)).toMatchObject({ unread: [], seen: [], unreadCount: 0 });
    expect((await listInbox(cast.owner)).unread).toEqual([]);
    await markInboxSeen(cast.owner, { upTo: 1_000_000 });
    expect(await countInbox(office)).toBe(1);
  }),
);

test(
  "SECURITY 14: brings no price to who may not see prices",
  play(async (on) => {
    const { office, number, cast } = on;
    await inTransaction(office, async (work) =>
      recordEvent(work, {
        kind: "job.assigned",
        subjectId: on.jobId,
        jobId: on.jobId,
        after: { memberId: cast.painter.actor.id, priceCents: 4711 },
      }),
    );
    expect(number).toBeGreaterThan(0);
    expect(JSON.stringify(await listInbox(cast.painter))).not.toContain("4711");
  }),
);

test(
  "is paged without a gap, and counted to a hundred",
  play(async ({ office, number, cast }) => {
    for (let n = 1; n <= 130; n++) await say(cast.painter, number, `@Otto Office ${n}.`, [office.actor.id]);
    expect(await countInbox(office)).toBe(100);
    const { upTo } = await listInbox(office);
    await markInboxSeen(office, { upTo });
    const read: number[] = [];
    let before: number | undefined;
    do {
      const page = await listInbox(office, { before });
      read.push(...page.seen.map((one) => one.seq));
      before = page.before ?? undefined;
    } while (before);
    expect(read).toHaveLength(130);
    expect(new Set(read).size).toBe(130);
    expect(read).toEqual(read.toSorted((one, another) => another - one));
  }),
);

test(
  "is found by the indexes made for it",
  play(async ({ office, number, cast }) => {
    await say(cast.painter, number, "@Otto Office", [office.actor.id]);
    await inTransaction(office, async ({ tx }) => {
      // On a page or two any index will do.
      await tx.execute(sql`
        insert into event (shop_id, seq, at, kind, actor_kind, actor_name, subject_id)
        select ${office.shop.id}, 1000 + n, now(), 'job.moved', 'system', 'Test', gen_random_uuid()
        from generate_series(1, 5000) n`);
      await tx.execute(sql`set local enable_seqscan = off`);
      const plan = async (where: string) =>
        JSON.stringify(
          await tx.execute(
            sql.raw(`explain select seq from event where shop_id = '${office.shop.id}' and seq > 1 and ${where}
              order by seq desc limit 40`),
          ),
        );
      expect(
        await plan("actor_kind in ('contact', 'link') and kind in ('proof.decided', 'comment.added')"),
      ).toContain("event_of_customers");
      expect(await plan("kind = 'comment.added' and jsonb_exists(after, 'mentions')")).toContain(
        "event_of_mentions",
      );
      expect(await plan("kind = 'job.assigned' and (after ->> 'memberId') = 'x'")).toContain(
        "event_of_assigned",
      );
    });
  }),
);
