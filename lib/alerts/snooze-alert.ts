import "server-only";
import { DateTime } from "luxon";
import { authorize, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { SnoozeInput } from "./input";
import { lockAlert, writeAlert } from "./lock-alert";

const morningHour = 7;

/** Lets an alert sleep until seven in the shop's morning, some days on. Refuses one that is resolved. */
export async function snoozeAlert(ctx: MemberContext, { id, days }: SnoozeInput): Promise<{ until: string }> {
  authorize(ctx, "numbers.see");
  const until = DateTime.fromJSDate(ctx.now, { zone: ctx.shop.timeZone })
    .plus({ days })
    .startOf("day")
    .set({ hour: morningHour })
    .toJSDate();
  await inTransaction(ctx, async (work) => {
    const now = await lockAlert(work, id);
    if (now.resolvedAt)
      throw new Refusal("conflict", "This alert is resolved, so there is nothing to snooze.");
    await writeAlert(work, id, { snoozedUntil: until });
    recordEvent(work, {
      kind: "alert.snoozed",
      subjectId: id,
      after: { kind: now.kind, about: now.subjectId, until },
    });
  });
  return { until: until.toISOString() };
}
