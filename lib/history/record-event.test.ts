import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { inTransaction } from "../context";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { recordEvent } from "./record-event";

const { inRolledBack } = testDatabase();

test("an event keeps the hand and the hour of the command that recorded it, not of the transaction around it", () =>
  inRolledBack(async (tx) => {
    const { owner, painter } = await castOf(tx);
    const yesterday = new Date(owner.now.getTime() - 86_400_000);
    await inTransaction(owner, async (work) => {
      recordEvent(
        { ...work, actor: painter.actor, now: yesterday },
        { kind: "test.one", subjectId: owner.shop.id },
      );
      recordEvent(work, { kind: "test.two", subjectId: owner.shop.id });
      expect(work.work.events).toHaveLength(2);
    });
    const written = await tx
      .select({ kind: event.kind, at: event.at, by: event.actorName })
      .from(event)
      .where(eq(event.subjectId, owner.shop.id))
      .orderBy(asc(event.seq));
    expect(written).toEqual([
      { kind: "test.one", at: yesterday, by: painter.actor.name },
      { kind: "test.two", at: owner.now, by: owner.actor.name },
    ]);
  }));
