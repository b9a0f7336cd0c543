import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { coat, part } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import type { ViewedPart } from "./job-view";

/** The standing parts of a job with their coats, in order, prices included. */
export async function readJobParts({ tx, shop }: WorkContext, jobId: string): Promise<ViewedPart[]> {
  const parts = await tx
    .select({
      id: part.id,
      description: part.description,
      quantity: part.quantity,
      substrate: part.substrate,
      areaEachCm2: part.areaEachCm2,
      masking: part.masking,
      criticalAreas: part.criticalAreas,
      priceCents: part.priceCents,
    })
    .from(part)
    .where(and(eq(part.shopId, shop.id), eq(part.jobId, jobId), isNull(part.retiredAt)))
    .orderBy(asc(part.position), asc(part.id));
  if (parts.length === 0) return [];
  const coats = await tx
    .select({
      partId: coat.partId,
      role: coat.role,
      system: coat.system,
      powderId: coat.powderId,
      code: coat.code,
      name: coat.name,
      hex: coat.hex,
      gloss: coat.gloss,
      texture: coat.texture,
      filmUm: coat.filmUm,
    })
    .from(coat)
    .where(
      and(
        eq(coat.shopId, shop.id),
        inArray(
          coat.partId,
          parts.map((one) => one.id),
        ),
      ),
    )
    .orderBy(asc(coat.position));
  return parts.map((one) => ({
    ...one,
    coats: coats.filter(({ partId }) => partId === one.id).map(({ partId: _, ...rest }) => rest),
  }));
}
