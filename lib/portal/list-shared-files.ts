import "server-only";
import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type AnyWork, type ContactContext, inTransaction } from "../context";
import { isPicture } from "../files/limits";
import type { PortalFile } from "./portal-view";

/** What the shop shares with the contact's own customer apart from any job, in its order. */
export function listSharedFiles(ctx: ContactContext): Promise<PortalFile[]> {
  return inTransaction(ctx, (work) => readSharedFiles(work, eq(file.customerId, ctx.actor.customerId)));
}

/** The shared files of a job or a customer, as its customer reads of them. */
export async function readSharedFiles({ tx, shop }: AnyWork, ofOwner: SQL): Promise<PortalFile[]> {
  const rows = await tx
    .select({ id: file.id, name: file.name, contentType: file.contentType, bytes: file.bytes })
    .from(file)
    .where(and(eq(file.shopId, shop.id), ofOwner, eq(file.visibility, "shared"), isNull(file.retiredAt)))
    .orderBy(asc(file.position), asc(file.id));
  return rows.map((one) => ({ ...one, isPicture: isPicture(one.contentType) }));
}
