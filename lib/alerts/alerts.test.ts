import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { type Context, inTransaction, type MemberContext } from "../context";
import { editJob } from "../jobs/edit-job";
import { createPowder } from "../powders/create-powder";
import { powderInput, receiveLotInput } from "../powders/input";
import { listPowders } from "../powders/list-powders";
import { powderListFromParams } from "../powders/powder-list";
import { receiveLot } from "../powders/receive-lot";
import { recordWaste } from "../powders/record-waste";
import { type Cast, castOf, stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { at, moveTo, takeInAt } from "../testing/numbers";
import { ask, type OneProof, playOneProof } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import type { AlertView } from "./alert-item";
import { changeRules } from "./change-rules";
import { countAlerts } from "./count-alerts";
import { getRules } from "./get-rules";
import { usualRules } from "./input";
import { listAlerts } from "./list-alerts";
import { raiseAlerts } from "./raise-alerts";
import { readAlerts } from "./read-alerts";
import { reopenAlert } from "./reopen-alert";
import { resolveAlert } from "./resolve-alert";
import { snoozeAlert } from "./snooze-alert";

const { inRolledBack } = testDatabase();
releaseQueues();

const play = (run: (cast: Cast) => Promise<void>) => () => inRolledBack(async (tx) => run(await castOf(tx)));
const list = async (ctx: MemberContext, show: AlertView = "open") =>
  (await listAlerts(ctx, { show, page: 1 })).items;
const first = async (ctx: MemberContext, show: AlertView = "open") => {
  const [item] = await list(ctx, show);
  if (!item) throw new Error(`nothing ${show}`);
  return item;
};
const lateJob = (ctx: MemberContext) =>
  takeInAt(at(ctx, "2026-03-08 09:00"), "Received", { dueOn: "2026-03-09" });

describe("an alert", () => {
  test(
    "is raised when a job is overdue by the shop's own midnight, once, and goes when it is delivered",
    play(async ({ manager }) => {
      const number = await lateJob(manager);
      expect(await raiseAlerts(at(manager, "2026-03-09 23:59"))).toEqual({ raised: 0, ended: 0, woken: 0 });
      expect(await raiseAlerts(at(manager, "2026-03-10 00:00"))).toEqual({ raised: 1, ended: 0, woken: 0 });
      expect(await raiseAlerts(at(manager, "2026-03-11 00:00"))).toEqual({ raised: 0, ended: 0, woken: 0 });
      expect(await list(at(manager, "2026-03-11 00:00"))).toMatchObject([
        { kind: "overdue", href: `/jobs/${number}`, isRead: false, how: { dueOn: "2026-03-09" } },
      ]);
      const events = await inTransaction(manager, ({ tx }) => tx.select().from(event).orderBy(event.seq));
      expect(events.at(-1)).toMatchObject({ kind: "alerts.changed", after: { raised: 1 } });
      await moveTo(at(manager, "2026-03-11 09:00"), number, "Delivered");
      expect(await raiseAlerts(at(manager, "2026-03-11 09:01"))).toEqual({ raised: 0, ended: 1, woken: 0 });
      expect(await list(manager)).toEqual([]);
      expect(await list(manager, "resolved")).toMatchObject([{ resolvedBy: null, isOngoing: false }]);
    }),
  );

  test(
    "that somebody resolved comes again only after its cause was gone",
    play(async ({ manager }) => {
      const number = await lateJob(manager);
      const on = (local: string) => at(manager, local);
      await raiseAlerts(on("2026-03-10 09:00"));
      const { id } = await first(manager);
      await resolveAlert(manager, { id });
      await resolveAlert(manager, { id });
      expect(await raiseAlerts(on("2026-03-20 09:00"))).toMatchObject({ raised: 1 });
      expect((await list(manager)).map(({ kind }) => kind)).toEqual(["stuck"]);
      expect(await first(manager, "resolved")).toMatchObject({ resolvedBy: "Mona Manager", isOngoing: true });
      await editJob(on("2026-03-20 10:00"), { number, changes: { dueOn: "2026-03-30" }, was: {} });
      await raiseAlerts(on("2026-03-20 10:01"));
      await expect(reopenAlert(manager, { id })).rejects.toMatchObject({ code: "conflict" });
      await raiseAlerts(on("2026-03-31 00:01"));
      expect((await list(manager)).map(({ kind }) => kind).sort()).toEqual(["overdue", "stuck"]);
    }),
  );

  test(
    "sleeps until the shop's morning, then is there again",
    play(async ({ manager }) => {
      await lateJob(manager);
      await raiseAlerts(at(manager, "2026-03-10 09:00"));
      const { id } = await first(manager);
      const { until } = await snoozeAlert(at(manager, "2026-03-10 09:00"), { id, days: 1 });
      expect(until).toBe(at(manager, "2026-03-11 07:00").now.toISOString());
      expect(await list(at(manager, "2026-03-11 06:59"))).toEqual([]);
      expect(await list(at(manager, "2026-03-11 06:59"), "snoozed")).toHaveLength(1);
      expect(await raiseAlerts(at(manager, "2026-03-11 07:00"))).toEqual({ raised: 0, ended: 0, woken: 1 });
      expect(await list(at(manager, "2026-03-11 07:00"))).toHaveLength(1);
      await snoozeAlert(at(manager, "2026-03-11 08:00"), { id, days: 7 });
      await reopenAlert(manager, { id });
      expect(await list(at(manager, "2026-03-11 08:01"))).toHaveLength(1);
    }),
  );

  test(
    "of a job stuck in a stage goes by that stage's own days, and another stage is another alert",
    play(async ({ owner, manager }) => {
      const number = await takeInAt(at(manager, "2026-03-02 09:00"), "Coating");
      const { id: coating } = await stageNamed(manager, "Coating");
      const stuck = { isOn: true, afterDays: 5, stages: { [coating]: 2 } };
      await changeRules(owner, { rules: { ...usualRules, stuck }, version: 0 });
      expect(await raiseAlerts(at(manager, "2026-03-04 08:59"))).toMatchObject({ raised: 0 });
      expect(await raiseAlerts(at(manager, "2026-03-04 09:00"))).toMatchObject({ raised: 1 });
      expect(await first(manager)).toMatchObject({ kind: "stuck", how: { stage: "Coating" } });
      await moveTo(at(manager, "2026-03-04 10:00"), number, "Curing");
      expect(await raiseAlerts(at(manager, "2026-03-08 10:00"))).toMatchObject({ ended: 1, raised: 0 });
      expect(await raiseAlerts(at(manager, "2026-03-09 11:00"))).toMatchObject({ raised: 1 });
      await changeRules(owner, { rules: { ...usualRules, stuck: { ...stuck, isOn: false } }, version: 1 });
      expect(await raiseAlerts(at(manager, "2026-03-09 11:01"))).toMatchObject({ ended: 1 });
      await expect(changeRules(owner, { rules: usualRules, version: 1 })).rejects.toMatchObject({
        code: "stale",
      });
    }),
  );

  test(
    "of low powder goes when powder comes, and a new low is a new alert",
    play(async ({ manager }) => {
      const white = { maker: "Tiger", code: "1", name: "White", lowAtMg: 4_000_000 };
      const { id: powderId } = await createPowder(manager, powderInput.parse(white));
      expect(await raiseAlerts(manager)).toMatchObject({ raised: 1 });
      const lot = await receiveLot(manager, receiveLotInput.parse({ powderId, quantity: 5, unit: "kg" }));
      expect(await raiseAlerts(manager)).toMatchObject({ ended: 1 });
      await recordWaste(manager, { lotId: lot.id, quantity: 2, unit: "kg", reason: "spilt" });
      expect(await raiseAlerts(manager)).toMatchObject({ raised: 1 });
      expect(await first(manager)).toMatchObject({
        kind: "low-powder",
        about: "Tiger 1, White",
        href: `/powders/${powderId}`,
        how: { onHandMg: 3_000_000, lowBelowMg: 4_000_000 },
      });
    }),
  );

  test(
    "goes by rules that were chosen before powder had a shop's own level",
    play(async ({ owner }) => {
      const { belowMg: _, ...before } = usualRules.lowPowder;
      const rules = JSON.stringify({ ...usualRules, lowPowder: before });
      await inTransaction(owner, ({ tx, shop }) =>
        tx.execute(sql`insert into alert_settings (shop_id, rules) values (${shop.id}, ${rules}::jsonb)`),
      );
      expect(await getRules(owner)).toMatchObject({ rules: usualRules, version: 1 });
      expect(await raiseAlerts(owner)).toMatchObject({ raised: 0 });
    }),
  );

  test("of an approval comes after its days and goes with the question", () =>
    playOneProof(inRolledBack)(async ({ office, cast, versionId, dana }: OneProof) => {
      await ask(office, versionId, [dana]);
      const later = (days: number): Context => ({
        ...cast.owner,
        now: new Date(Date.now() + days * 86_400_000),
      });
      await changeRules(cast.owner, {
        rules: {
          ...usualRules,
          stuck: { ...usualRules.stuck, isOn: false },
          overdue: { isOn: false, afterDays: 1 },
        },
        version: 0,
      });
      expect(await raiseAlerts(later(2))).toMatchObject({ raised: 0 });
      expect(await raiseAlerts(later(4))).toMatchObject({ raised: 1 });
      expect(await first(cast.owner)).toMatchObject({ kind: "approval-overdue" });
      await inTransaction(office, ({ tx }) =>
        tx.execute(sql`update proof_version set state = 'withdrawn' where id = ${versionId}`),
      );
      expect(await raiseAlerts(later(4))).toMatchObject({ ended: 1 });
    })());

  test(
    "of a powder without a level of its own goes by the shop's, once a lot of it came",
    play(async ({ owner, manager }) => {
      const make = (code: string, more: object = {}) =>
        createPowder(manager, powderInput.parse({ maker: "Tiger", code, name: code, ...more }));
      const receive = async (code: string, quantity: number, more: object = {}) => {
        const { id: powderId } = await make(code, more);
        await receiveLot(manager, receiveLotInput.parse({ powderId, quantity, unit: "g" }));
      };
      await receive("below", 499);
      await receive("enough", 500);
      await receive("its own is lower", 300, { lowAtMg: 200_000 });
      await receive("never low", 1, { lowAtMg: 0 });
      await make("only in the catalogue");
      const on = at(manager, "2026-03-10 09:00");
      expect(await raiseAlerts(on)).toMatchObject({ raised: 0 });
      const lowPowder = { isOn: true, belowMg: 500_000 };
      await changeRules(owner, { rules: { ...usualRules, lowPowder }, version: 0 });
      await raiseAlerts(on);
      expect(await list(on)).toMatchObject([
        { about: "Tiger below, below", how: { onHandMg: 499_000, lowBelowMg: 500_000 } },
      ]);
      const low = await listPowders(manager, powderListFromParams(new URLSearchParams("show=low"), []));
      expect(low.rows).toMatchObject([{ code: "below", lowAtMg: null, lowBelowMg: 500_000 }]);
      await changeRules(owner, {
        rules: { ...usualRules, lowPowder: { ...lowPowder, belowMg: null } },
        version: 1,
      });
      expect(await raiseAlerts(on)).toMatchObject({ ended: 1 });
    }),
  );

  test(
    "is read by each member for themselves",
    play(async ({ owner, manager }) => {
      for (let n = 0; n < 3; n++) await lateJob(manager);
      await raiseAlerts(at(manager, "2026-03-10 09:00"));
      const ids = (await list(manager)).map(({ id }) => id);
      expect(await countAlerts(manager)).toBe(3);
      expect(await readAlerts(manager, { ids: ids.slice(0, 2) })).toEqual({ unread: 1 });
      expect(await readAlerts(manager, { ids: ids.slice(0, 2) })).toEqual({ unread: 1 });
      expect(await countAlerts(owner)).toBe(3);
      expect((await list(manager)).filter(({ isRead }) => isRead)).toHaveLength(2);
    }),
  );

  test(
    "SECURITY 11, 12: is the owner's and managers', of their own shop alone",
    play(async ({ manager, office, painter }) => {
      await lateJob(manager);
      await raiseAlerts(at(manager, "2026-03-10 09:00"));
      const { id } = await first(manager);
      for (const ctx of [office, painter]) {
        for (const attempt of [
          () => listAlerts(ctx, { show: "open", page: 1 }),
          () => countAlerts(ctx),
          () => readAlerts(ctx, { ids: [id] }),
          () => resolveAlert(ctx, { id }),
          () => reopenAlert(ctx, { id }),
          () => snoozeAlert(ctx, { id, days: 1 }),
          () => changeRules(ctx, { rules: usualRules, version: 0 }),
        ]) {
          await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
        }
      }
      await inRolledBack(async (tx) => {
        const other = await castOf(tx, "Other");
        expect(await list(other.owner)).toEqual([]);
        await expect(resolveAlert(other.owner, { id })).rejects.toMatchObject({ code: "not-found" });
      });
    }),
  );
});

test("sixteen raisers at once raise no alert twice", async () => {
  const { manager } = await openRealShop();
  for (let n = 0; n < 5; n++) await lateJob(manager);
  const now = at(manager, "2026-03-10 09:00");
  const done = await Promise.all(Array.from({ length: 16 }, () => raiseAlerts(now)));
  expect(done.reduce((sum, { raised }) => sum + raised, 0)).toBe(5);
  expect(await list(manager)).toHaveLength(5);
});
