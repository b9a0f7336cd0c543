import "server-only";
import { eq } from "drizzle-orm";
import { link, person } from "@/db/schema/people";
import { database, inTransaction } from "../context";
import { log } from "../log";
import { mailService } from "../messages/mail-service";
import { ownLink } from "../messages/own-link";
import { queueMessage } from "../messages/queue-message";
import { listMemberships } from "./list-memberships";
import { systemContext } from "./system-context";
import { hashToken, makeToken } from "./tokens";

const resetMinutes = 30;

/**
 * Mails a person a link to a new password, once for each request. Does nothing for an unknown address or a
 * person of the demo, and nothing where no
 * mail service is set up and the person works in several shops: an owner of one of them would read the link.
 */
export async function mailReset(told: { requestId: string; email: string }, now = new Date()): Promise<void> {
  const { requestId, email } = told;
  const [found] = await database().select().from(person).where(eq(person.email, email));
  const shops = found ? await listMemberships(found.id) : [];
  const home = found?.passwordHash ? shops[0] : undefined;
  const ctx = home && { ...(await systemContext(home.shopId, "Coatyard")), now };
  if (!ctx || (shops.length > 1 && !mailService(ctx.shop))) {
    log.info({ shops: shops.length }, "no reset mailed");
    return;
  }
  await inTransaction(ctx, async (work) => {
    const token = makeToken();
    const [made] = await work.tx
      .insert(link)
      .values({
        id: requestId,
        tokenHash: hashToken(token),
        kind: "reset",
        email,
        shopId: ctx.shop.id,
        createdAt: now,
        endsAt: new Date(now.getTime() + resetMinutes * 60_000),
      })
      .onConflictDoNothing()
      .returning({ id: link.id });
    if (!made) return;
    await queueMessage(work, {
      onceKey: `reset:${requestId}`,
      kind: "reset",
      to: email,
      subject: "A new password",
      paragraphs: [
        "Somebody, most likely you, asked for a new password for this e-mail address.",
        `The button opens a page where you choose one. It works once, and for ${resetMinutes} minutes.`,
      ],
      button: { label: "Choose a new password", url: ownLink(`/reset/${token}`) },
      footnote: "If it was not you, do nothing: your password stays as it is.",
    });
  });
}
