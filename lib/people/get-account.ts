import "server-only";
import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { database, type MemberContext } from "../context";
import { listMemberships } from "./list-memberships";
import { type LiveSession, listSessions } from "./list-sessions";

export type Account = {
  name: string;
  email: string;
  role: Role;
  /** People of the demo have none. */
  hasPassword: boolean;
  sessions: LiveSession[];
  shops: { shopId: string; name: string; role: Role; isThis: boolean }[];
};

/** What a person may know and change of themselves. */
export async function getAccount(ctx: MemberContext): Promise<Account> {
  const { personId, name, role } = ctx.actor;
  const [[me], sessions, shops] = await Promise.all([
    database().select().from(person).where(eq(person.id, personId)),
    listSessions(ctx),
    listMemberships(personId),
  ]);
  return {
    name,
    email: me?.email ?? "",
    role,
    hasPassword: Boolean(me?.passwordHash),
    sessions,
    shops: shops.map(({ shopId, shopName, role }) => ({
      shopId,
      name: shopName,
      role,
      isThis: shopId === ctx.shop.id,
    })),
  };
}
