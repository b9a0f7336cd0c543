import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { powder } from "@/db/schema/powders";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** A maker's code is one powder of the shop, however it is capitalised. */
export async function refuseTakenCode(
  work: WorkContext,
  maker: string,
  code: string,
  exceptId?: string,
): Promise<void> {
  await work.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${work.shop.id} ${maker} ${code}`.toLowerCase()}, 0))`,
  );
  const [other] = await work.tx
    .select({ id: powder.id, name: powder.name })
    .from(powder)
    .where(
      and(
        eq(powder.shopId, work.shop.id),
        sql`lower(${powder.maker}) = lower(${maker})`,
        sql`lower(${powder.code}) = lower(${code})`,
        isNull(powder.retiredAt),
        exceptId ? ne(powder.id, exceptId) : undefined,
      ),
    );
  if (other) {
    throw new Refusal("conflict", `${maker} ${code} is already here as ${other.name}.`, {
      field: "code",
      id: other.id,
    });
  }
}
