import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { link } from "@/db/schema/people";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import type { Link } from "./find-link";

/** This shop's invitation of an id, held for a change. Refuses another shop's, and one that was used. */
export async function lockInvite(work: WorkContext, id: string): Promise<Link> {
  const [found] = await work.tx
    .select()
    .from(link)
    .where(and(eq(link.id, id), eq(link.kind, "invite"), eq(link.shopId, work.shop.id), isNull(link.usedAt)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such open invitation.");
  return found;
}
