import { asc } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { type Cast, castOf } from "./cast";
import type { testDatabase } from "./database";

export type OneJob = { cast: Cast; office: MemberContext; painter: MemberContext; number: number };

/** A test that plays on one job of a shop of its own: a gate for Acme Railings, due 9 March 2026, and what it adds to that. */
export const playOneJob =
  (inRolledBack: ReturnType<typeof testDatabase>["inRolledBack"]) =>
  (run: (play: OneJob) => Promise<void>, more: object = {}) =>
  () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await createJob(
        cast.office,
        newJobInput.parse({
          newCustomer: { name: "Acme Railings" },
          parts: [{ description: "Gate" }],
          dueOn: "2026-03-09",
          ...more,
        }),
      );
      await run({ cast, office: cast.office, painter: cast.painter, number });
    });

/** The newest line of the shop's history. */
export async function lastEvent(ctx: MemberContext) {
  const events = await inTransaction(ctx, ({ tx }) => tx.select().from(event).orderBy(asc(event.seq)));
  return events.at(-1);
}
