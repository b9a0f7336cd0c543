import "server-only";
import { and, eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { database, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { endSessions } from "./end-sessions";
import type { ChangePasswordInput } from "./input";
import { refusePassword } from "./password-rule";
import { hashPassword, isRightPassword } from "./passwords";
import { takeTry, throttleKey } from "./throttle";

/** Changes one's own password and ends one's other sessions. Refuses a wrong current password and a weak new one. */
export async function changePassword(ctx: MemberContext, { current, password }: ChangePasswordInput) {
  const { personId, sessionId, id } = ctx.actor;
  await takeTry(throttleKey("change password", personId), { tries: 10, seconds: 900 }, ctx.now);
  const [me] = await (ctx.work?.tx ?? database()).select().from(person).where(eq(person.id, personId));
  if (!me?.passwordHash || !(await isRightPassword(me.passwordHash, current))) {
    throw new Refusal("invalid", "This is not your current password.", { field: "current" });
  }
  const before = me.passwordHash;
  const weak = refusePassword(password, [me.email, me.name]);
  if (weak) throw new Refusal("invalid", weak, { field: "password" });
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (work) => {
    const [changed] = await work.tx
      .update(person)
      .set({ passwordHash })
      .where(and(eq(person.id, personId), eq(person.passwordHash, before)))
      .returning({ id: person.id });
    if (!changed)
      throw new Refusal("stale", "Your password was changed elsewhere just now. Nothing was changed here.");
    const endedSessions = await endSessions({ personId, exceptSessionId: sessionId }, ctx.now, work.tx);
    recordEvent(work, { kind: "member.password-changed", subjectId: id });
    return { endedSessions };
  });
}
