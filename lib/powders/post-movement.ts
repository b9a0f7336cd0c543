import "server-only";
import { and, eq } from "drizzle-orm";
import { movement, powder } from "@/db/schema/powders";
import type { MassUnit, MovementKind } from "@/db/vocabulary";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { formatMass } from "../measures/format-mass";
import { type LotRow, onHandMg } from "./lock-powder";

export type NewMovement = {
  id?: string;
  kind: MovementKind;
  massMg: number;
  quantityTyped: number;
  unitTyped: MassUnit;
  costCents: number | null;
  jobId?: string;
  coatId?: string | null;
  reversesId?: string;
  reason?: string;
};

export type Posted = { id: string; onHandMg: number };

/**
 * Adds a line to a lot's ledger; the caller has locked the lot. Refuses to take out more than the lot holds, saying
 * how much that is: the ledger is never silently negative. Refuses to put in powder that is off the list.
 */
export async function postMovement(
  work: WorkContext,
  lot: LotRow,
  line: NewMovement,
  told: { kind: string; more?: Record<string, unknown> },
  at = work.now,
): Promise<Posted> {
  const held = await onHandMg(work, lot.id);
  const left = held + line.massMg;
  if (left < 0) throw new Refusal("conflict", tooLittle(work, held), { onHandMg: held });
  if (line.massMg > 0) await refuseOffList(work, lot);
  const [made] = await work.tx
    .insert(movement)
    .values({
      ...line,
      shopId: work.shop.id,
      lotId: lot.id,
      memberId: work.actor.kind === "member" ? work.actor.id : null,
      at,
    })
    .returning({ id: movement.id });
  const id = made?.id as string;
  recordEvent(work, {
    kind: told.kind,
    subjectId: lot.id,
    jobId: line.jobId,
    after: {
      movementId: id,
      powderId: lot.powderId,
      lot: lot.label,
      ...told.more,
      massMg: line.massMg,
      quantity: line.quantityTyped,
      unit: line.unitTyped,
      onHandMg: left,
      ...(line.costCents === null ? {} : { costCents: line.costCents }),
      ...(line.reason ? { reason: line.reason } : {}),
    },
  });
  return { id, onHandMg: left };
}

/** The shared lock has it and a retirement take turns: what is off the list holds nothing. */
async function refuseOffList({ tx, shop }: WorkContext, { powderId }: LotRow): Promise<void> {
  const [of] = await tx
    .select({ name: powder.name, retiredAt: powder.retiredAt })
    .from(powder)
    .where(and(eq(powder.shopId, shop.id), eq(powder.id, powderId)))
    .for("share");
  if (of?.retiredAt)
    throw new Refusal("conflict", `${of.name} is off the list. Put it back on the list first.`);
}

function tooLittle({ shop }: WorkContext, heldMg: number): string {
  const held = formatMass(heldMg, shop.units, shop.locale);
  return `This lot holds ${held}, less than that. Weigh again, or count the lot first.`;
}
