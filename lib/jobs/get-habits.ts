import "server-only";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { coat, job, part } from "@/db/schema/jobs";
import { type Context, can, inTransaction } from "../context";
import { type CoatSays, isSameFinish } from "./coats";
import type { Habits, Recipe } from "./habits";
import { requireCustomer } from "./require-known";

const jobsLookedAt = 30;
const mostFinishes = 4;
const mostRecipes = 12;

/** What a customer's last jobs were: their finishes and parts, ready for one tap. Without prices for who may not see them. Refuses a customer that is not there. */
export async function getHabits(ctx: Context, customerId: string): Promise<Habits> {
  const recipes = await readRecipes(ctx, customerId);
  const finishes: Habits["finishes"] = [];
  for (const { jobNumber, coats } of recipes) {
    if (finishes.length === mostFinishes) break;
    const isKnown = coats.length === 0 || finishes.some((one) => isSameFinish(one.coats, coats));
    if (!isKnown) finishes.push({ jobNumber, coats });
  }
  const byName = new Map<string, Recipe>();
  for (const recipe of recipes) {
    const name = recipe.description.toLowerCase();
    if (byName.size < mostRecipes && !byName.has(name)) byName.set(name, recipe);
  }
  return { finishes, recipes: [...byName.values()] };
}

function readRecipes(ctx: Context, customerId: string): Promise<Recipe[]> {
  return inTransaction(ctx, async (work) => {
    const { tx, shop } = work;
    await requireCustomer(work, customerId);
    const jobs = await tx
      .select({ id: job.id, number: job.number })
      .from(job)
      .where(and(eq(job.shopId, shop.id), eq(job.customerId, customerId), isNull(job.retiredAt)))
      .orderBy(desc(job.number))
      .limit(jobsLookedAt);
    if (jobs.length === 0) return [];
    const ids = jobs.map((one) => one.id);
    const parts = await tx
      .select()
      .from(part)
      .where(and(eq(part.shopId, shop.id), inArray(part.jobId, ids), isNull(part.retiredAt)))
      .orderBy(asc(part.position));
    const coats = await readCoats();
    return jobs.flatMap(({ id, number }) =>
      parts.filter((one) => one.jobId === id).map((one) => recipeOf(one, number)),
    );

    async function readCoats() {
      if (parts.length === 0) return [];
      const partIds = parts.map((one) => one.id);
      return tx
        .select()
        .from(coat)
        .where(and(eq(coat.shopId, shop.id), inArray(coat.partId, partIds)))
        .orderBy(asc(coat.position));
    }

    function recipeOf(one: typeof part.$inferSelect, jobNumber: number): Recipe {
      return {
        jobNumber,
        description: one.description,
        quantity: one.quantity,
        substrate: one.substrate,
        areaEachCm2: one.areaEachCm2,
        masking: one.masking,
        criticalAreas: one.criticalAreas,
        coats: coats.filter((layer) => layer.partId === one.id).map(coatOf),
        ...(can(ctx, "prices.see") ? { priceCents: one.priceCents } : {}),
      };
    }
  });
}

function coatOf(row: typeof coat.$inferSelect): CoatSays {
  const { role, system, powderId, code, name, hex, gloss, texture, filmUm } = row;
  return { role, system, powderId, code, name, hex, gloss, texture, filmUm };
}
