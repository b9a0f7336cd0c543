import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { proofPage } from "@/db/schema/approvals";
import type { AnyWork } from "../context";
import type { ProofPageView } from "./proof-view";

/** The pages of versions, in order, by the version. */
export async function readPages(
  { tx, shop }: AnyWork,
  versionIds: string[],
): Promise<Map<string, ProofPageView[]>> {
  if (versionIds.length === 0) return new Map();
  const rows = await tx
    .select({
      versionId: proofPage.versionId,
      id: proofPage.id,
      number: proofPage.number,
      width: proofPage.width,
      height: proofPage.height,
    })
    .from(proofPage)
    .where(and(eq(proofPage.shopId, shop.id), inArray(proofPage.versionId, versionIds)))
    .orderBy(asc(proofPage.number));
  const byVersion = Map.groupBy(rows, (row) => row.versionId);
  return new Map([...byVersion].map(([id, pages]) => [id, pages.map(({ versionId: _, ...page }) => page)]));
}
