import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { link, person } from "@/db/schema/people";
import { database, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { log } from "../log";
import type { Caller } from "./caller";
import { endSessions } from "./end-sessions";
import { findLink, takeLink } from "./find-link";
import type { ResetPasswordInput } from "./input";
import { listMemberships } from "./list-memberships";
import { openSession } from "./open-session";
import { refusePassword } from "./password-rule";
import { hashPassword } from "./passwords";
import { systemContext } from "./system-context";

/**
 * Sets a new password by a mailed link, ends every session of the person and opens one here. Refuses a link that was
 * used or is too old, and a weak password without using the link up.
 */
export async function resetPassword(
  { token, password }: ResetPasswordInput,
  caller: Caller,
  now = new Date(),
) {
  const known = await findLink("reset", token, now);
  const weak = known ? refusePassword(password, [known.email]) : null;
  if (weak) throw new Refusal("invalid", weak, { field: "password" });
  const passwordHash = known ? await hashPassword(password) : "";
  const { personId, email } = await database().transaction(async (tx) => {
    const { email } = await takeLink(tx, "reset", token, now);
    const [changed] = await tx
      .update(person)
      .set({ passwordHash })
      .where(eq(person.email, email))
      .returning({ id: person.id });
    if (!changed) throw new Refusal("gone", "This person is no longer here.");
    await tx
      .update(link)
      .set({ usedAt: now })
      .where(and(eq(link.kind, "reset"), eq(link.email, email), isNull(link.usedAt)));
    await endSessions({ personId: changed.id }, now, tx);
    return { personId: changed.id, email };
  });
  log.info({ personId, address: caller.address }, "password reset");
  const shops = await listMemberships(personId);
  for (const shop of shops) {
    const ctx = await systemContext(shop.shopId, shop.name);
    await inTransaction(ctx, async (work) =>
      recordEvent(work, { kind: "member.password-reset", subjectId: shop.memberId }),
    );
  }
  if (shops.length !== 1 || !shops[0]) return { to: "/sign-in" as const };
  const opened = await openSession(personId, shops[0].shopId, caller.device, now);
  return { token: opened, email, to: "/board" as const };
}
