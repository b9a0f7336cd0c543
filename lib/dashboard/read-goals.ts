import "server-only";
import { eq } from "drizzle-orm";
import { shopGoals } from "@/db/schema/numbers";
import type { WorkContext } from "../context";
import type { Goals } from "./input";

/** The shop's targets and working days; Monday to Friday until something else is chosen. */
export async function readGoals({ tx, shop }: WorkContext): Promise<Goals> {
  const [row] = await tx.select().from(shopGoals).where(eq(shopGoals.shopId, shop.id));
  if (!row) return { workingDays: 31, targets: {}, version: 0 };
  const { shopId: _, ...goals } = row;
  return goals;
}
