import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { member, shop } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { database } from "../context";

export type Membership = { shopId: string; shopName: string; memberId: string; name: string; role: Role };

/** The shops a person may work in now, by name. */
export async function listMemberships(personId: string): Promise<Membership[]> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('coatyard.person', ${personId}, true)`);
    return tx
      .select({
        shopId: shop.id,
        shopName: shop.name,
        memberId: member.id,
        name: member.name,
        role: member.role,
      })
      .from(member)
      .innerJoin(shop, eq(shop.id, member.shopId))
      .where(and(eq(member.personId, personId), isNull(member.disabledAt)))
      .orderBy(asc(shop.name));
  });
}
