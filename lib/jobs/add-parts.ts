import "server-only";
import { coat, part } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import type { PartInput } from "./input";
import { requirePowders } from "./require-known";

/** Adds parts with their coats below the given position; returns their ids in order. Refuses an unknown powder. */
export async function addParts(
  work: WorkContext,
  jobId: string,
  parts: PartInput[],
  after: number,
): Promise<string[]> {
  await requirePowders(
    work,
    parts.flatMap((one) => one.coats),
  );
  const shopId = work.shop.id;
  const made = await work.tx
    .insert(part)
    .values(
      parts.map(({ coats: _, ...one }, index) => ({ ...one, shopId, jobId, position: after + index + 1 })),
    )
    .returning({ id: part.id });
  const coats = parts.flatMap((one, index) =>
    one.coats.map((layer, place) => ({
      ...layer,
      shopId,
      partId: made[index]?.id as string,
      position: place + 1,
    })),
  );
  if (coats.length > 0) await work.tx.insert(coat).values(coats);
  return made.map((one) => one.id);
}
