import "server-only";
import { createHash } from "node:crypto";
import { link } from "@/db/schema/people";
import { inTransaction } from "../context";
import { log } from "../log";
import { ownLink } from "../messages/own-link";
import { queueMessage } from "../messages/queue-message";
import { listContactHomes, listShopsOfContact } from "./list-contact-homes";
import { systemContext } from "./system-context";
import { hashToken, makeToken } from "./tokens";

const portalLinkMinutes = 10;

/** Mails a contact a link into the portal of each shop that knows them, once for each request. Does nothing for an unknown address. */
export async function mailPortalLink(
  { requestId, email, next }: { requestId: string; email: string; next: string },
  now = new Date(),
): Promise<void> {
  const shops = await listShopsOfContact(email);
  log.info({ shops: shops.length }, "portal link");
  for (const shopId of shops) await mailFrom(shopId, { requestId, email, next }, now);
}

async function mailFrom(
  shopId: string,
  { requestId, email, next }: { requestId: string; email: string; next: string },
  now: Date,
): Promise<void> {
  const ctx = { ...(await systemContext(shopId, "Coatyard")), now };
  const [home] = await listContactHomes(ctx, email);
  if (!home) return;
  await inTransaction(ctx, async (work) => {
    const token = makeToken();
    const [made] = await work.tx
      .insert(link)
      .values({
        id: idOf(requestId, shopId),
        tokenHash: hashToken(token),
        kind: "portal",
        email,
        shopId,
        createdAt: now,
        endsAt: new Date(now.getTime() + portalLinkMinutes * 60_000),
      })
      .onConflictDoNothing()
      .returning({ id: link.id });
    if (!made) return;
    const onward = next === "/portal" ? "" : `?next=${encodeURIComponent(next)}`;
    await queueMessage(work, {
      onceKey: `portal:${requestId}`,
      kind: "portal",
      to: email,
      subject: `Sign in to ${ctx.shop.name}`,
      paragraphs: [
        `Hello ${home.name},`,
        `The button opens your jobs at ${ctx.shop.name}. It works once, and for ${portalLinkMinutes} minutes.`,
      ],
      button: { label: "Open my jobs", url: ownLink(`/portal/enter/${token}${onward}`) },
      footnote: "If you did not ask for this, do nothing: nobody gets in without this mail.",
      about: { customerId: home.customerId, contactId: home.contactId },
    });
  });
}

/** The same request and shop make the same link, so that a worker's second try makes no second one. */
function idOf(requestId: string, shopId: string): string {
  const hex = createHash("sha256").update(`${requestId}\n${shopId}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
