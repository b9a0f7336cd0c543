import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { member, person } from "@/db/schema/people";
import { database, inTransaction, type MemberContext, mintContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { log } from "../log";
import type { Caller } from "./caller";
import { findLink, type Link, takeLink } from "./find-link";
import type { AcceptInviteInput } from "./input";
import { openSession } from "./open-session";
import { refusePassword } from "./password-rule";
import { hashPassword, isRightPassword } from "./passwords";
import { findShop } from "./system-context";
import { networkOf, takeTry, throttleKey } from "./throttle";

const ofNetwork = { tries: 20, seconds: 900 };

type Person = typeof person.$inferSelect;

/**
 * Joins the shop of an invitation and signs in: a new person with a name and a password, a known one by their own
 * password or because they are signed in. Refuses a link that was used, revoked or is too old, without using it up
 * when something else was wrong.
 */
export async function acceptInvite(
  input: AcceptInviteInput,
  caller: Caller,
  signedIn: MemberContext | null,
  now = new Date(),
) {
  await takeTry(throttleKey("accept invite", networkOf(caller.address)), ofNetwork, now);
  const invite = await findLink("invite", input.token, now);
  const [known] = invite ? await database().select().from(person).where(eq(person.email, invite.email)) : [];
  if (invite && known?.passwordHash) await proveKnown(known, input, signedIn);
  const fresh = invite && !known?.passwordHash ? await provePassword(invite, input) : null;
  const joined = await database().transaction(async (tx) => {
    const taken = await takeLink(tx, "invite", input.token, now);
    const someone = await findOrAddPerson(tx, taken, fresh, now);
    await join(tx, taken, someone, now);
    return { personId: someone.id, shopId: taken.shopId as string, email: taken.email };
  });
  log.info(
    { personId: joined.personId, shopId: joined.shopId, address: caller.address },
    "joined by invitation",
  );
  return {
    token: await openSession(joined.personId, joined.shopId, caller.device, now),
    email: joined.email,
  };
}

async function proveKnown(
  known: Person,
  input: AcceptInviteInput,
  signedIn: MemberContext | null,
): Promise<void> {
  if (signedIn?.actor.personId === known.id) return;
  if (!(await isRightPassword(known.passwordHash, input.password ?? ""))) {
    throw new Refusal("invalid", "This is not your password.", { field: "password" });
  }
}

async function provePassword(invite: Link, input: AcceptInviteInput) {
  const name = input.name ?? invite.name ?? invite.email;
  const weak = refusePassword(input.password ?? "", [invite.email, name]);
  if (weak) throw new Refusal("invalid", weak, { field: "password" });
  return { name, passwordHash: await hashPassword(input.password ?? "") };
}

/** Somebody with a password is left as they are, also when they got it while this was on its way. */
async function findOrAddPerson(
  tx: Transaction,
  { email }: Link,
  fresh: { name: string; passwordHash: string } | null,
  now: Date,
): Promise<Person> {
  const [known] = await tx.select().from(person).where(eq(person.email, email)).for("update");
  if (known?.passwordHash && fresh) {
    throw new Refusal("conflict", "This address has a password by now. Open the invitation again.");
  }
  if (known?.passwordHash) return known;
  if (!fresh) throw new Refusal("gone", "This link was used already or is too old. Ask for a new one.");
  const [made] = await tx
    .insert(person)
    .values({ email, ...fresh, createdAt: now })
    .onConflictDoUpdate({ target: person.email, set: fresh })
    .returning();
  return made as Person;
}

async function join(tx: Transaction, invite: Link, someone: Person, now: Date): Promise<void> {
  const shop = await findShop(invite.shopId as string, tx);
  if (!shop) throw new Refusal("gone", "This shop no longer exists.");
  const role = invite.role ?? "coater";
  const work = { tx, events: [], nesting: "savepoint" as const };
  const ctx = mintContext({ actor: { kind: "system", name: someone.name }, shop, now, work });
  await inTransaction(ctx, async (inside) => {
    const [made] = await inside.tx
      .insert(member)
      .values({ shopId: shop.id, personId: someone.id, name: someone.name, role, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: member.id });
    if (!made) throw new Refusal("conflict", "You work in this shop already. Sign in instead.");
    recordEvent(inside, {
      kind: "member.joined",
      subjectId: made.id,
      after: { name: someone.name, role },
    });
  });
}
