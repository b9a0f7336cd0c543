import "server-only";
import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { database, type MemberContext } from "../context";
import { Refusal } from "../errors";

/** The e-mail address of the member who acts. */
export async function getEmailOf({ actor }: MemberContext): Promise<string> {
  const [me] = await database()
    .select({ email: person.email })
    .from(person)
    .where(eq(person.id, actor.personId));
  if (!me) throw new Refusal("gone", "This account no longer exists.");
  return me.email;
}
