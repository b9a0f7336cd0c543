import "server-only";
import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { database } from "../context";
import { findStaff } from "./session";

/** The e-mail address of whoever is signed in here, or null. */
export async function findMyEmail(): Promise<string | null> {
  const ctx = await findStaff();
  if (!ctx) return null;
  const [me] = await database()
    .select({ email: person.email })
    .from(person)
    .where(eq(person.id, ctx.actor.personId));
  return me?.email ?? null;
}
