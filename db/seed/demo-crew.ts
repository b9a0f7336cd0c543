import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Context, inTransaction, type MemberActor } from "@/lib/context";
import { member } from "../schema/people";
import type { Role } from "../vocabulary";
import type { Hand } from "./demo-steps";

export type Crew = Record<Hand, MemberActor>;

const noSession = "00000000-0000-0000-0000-000000000000";

/** The demo shop's own people, by what they do in its past. Refuses a shop without one of each role. */
export async function findCrew(ctx: Context): Promise<Crew> {
  const people = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({ id: member.id, personId: member.personId, name: member.name, role: member.role })
      .from(member)
      .where(and(eq(member.shopId, ctx.shop.id), isNull(member.disabledAt)))
      .orderBy(asc(member.createdAt), asc(member.name)),
  );
  const ofRole = (role: Role) =>
    people
      .filter((one) => one.role === role)
      .map((one): MemberActor => ({ ...one, kind: "member", sessionId: noSession }));
  const coaters = ofRole("coater");
  const crew = {
    owner: ofRole("owner")[0],
    manager: ofRole("manager")[0],
    office: ofRole("office")[0],
    "first coater": coaters[0],
    "second coater": coaters[1] ?? coaters[0],
    "third coater": coaters[2] ?? coaters[0],
  };
  const missing = Object.entries(crew).find(([, one]) => !one);
  if (missing) throw new Error(`the demo shop has no ${missing[0]}`);
  return crew as Crew;
}
