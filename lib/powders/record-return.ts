import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { findJobCoat } from "./find-job-coat";
import { findTwin } from "./find-twin";
import type { RecordUsageInput } from "./input";
import { lockLot } from "./lock-powder";
import { outForJob } from "./out-for-job";
import { type Posted, postMovement } from "./post-movement";
import { orAll } from "./take-all";
import { weighTyped } from "./weigh-typed";

/** Puts powder drawn for a job back, valued as it was drawn. Refuses more than the job has out of that lot. */
export async function recordReturn(ctx: Context, input: RecordUsageInput): Promise<Posted> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const into = await lockLot(work, input.lotId);
    const twin = await findTwin(work, into, input);
    if (twin) return twin;
    const of = await findJobCoat(work, input.jobNumber, input.coatId);
    const out = await outForJob(work, into.id, of.id, input.coatId);
    const massMg = orAll(weighTyped(input.quantity, input.unit, into.boxMg), out.mg, work.shop.units);
    if (massMg > out.mg) {
      throw new Refusal("conflict", `Job ${input.jobNumber} did not draw that much from this lot.`, {
        outMg: out.mg,
      });
    }
    const line = {
      id: input.onceId,
      kind: "return" as const,
      massMg,
      quantityTyped: input.quantity,
      unitTyped: input.unit,
      costCents: out.cents === null ? null : Math.round((massMg / out.mg) * out.cents),
      jobId: of.id,
      coatId: input.coatId,
    };
    return postMovement(work, into, line, { kind: "lot.returned", more: { job: input.jobNumber } });
  });
}
