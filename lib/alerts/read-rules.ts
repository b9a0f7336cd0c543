import "server-only";
import { eq } from "drizzle-orm";
import { alertSettings } from "@/db/schema/alerts";
import type { WorkContext } from "../context";
import { type AlertRulesInput, usualRules } from "./input";

/** When the shop is alerted; version 0 until somebody chooses. */
export async function readRules({ tx, shop }: WorkContext): Promise<AlertRulesInput> {
  const [row] = await tx.select().from(alertSettings).where(eq(alertSettings.shopId, shop.id));
  if (!row) return { rules: usualRules, version: 0 };
  const lowPowder = { ...usualRules.lowPowder, ...row.rules.lowPowder };
  return { rules: { ...row.rules, lowPowder }, version: row.version };
}
