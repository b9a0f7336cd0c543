import type { MemberContext } from "../context";
import { addContact } from "../customers/add-contact";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { inviteContact } from "../people/invite-contact";
import { mailPortalLink } from "../people/mail-portal-link";
import { proveContactSession } from "../people/prove-contact-session";
import { redeemPortalLink } from "../people/redeem-portal-link";
import { messagesOf, tokenIn } from "./outbox";
import { openRealShop } from "./real-shop";

let host = 0;
/** Somebody on a network of their own each time. */
export const caller = () => {
  host += 1;
  return { address: `198.51.100.${host}`, device: "Safari on iPhone", deviceCookie: "" };
};
/** A moment so many minutes from now. */
export const minutes = (count: number) => new Date(Date.now() + count * 60_000);

/** A contact of a new customer, not in the portal. */
export async function addPerson(
  office: MemberContext,
  customerName: string,
  email: string,
  name = "Ana Field",
) {
  const customer = await createCustomer(office, customerInput.parse({ name: customerName }));
  const fields = { name, email, title: "", phone: "", mobile: "" };
  const { id } = await addContact(office, { customerId: customer.id, contact: fields });
  return { contactId: id, customerId: customer.id };
}

/** A shop, and a contact of one of its customers who may approve. */
export async function openPortal() {
  const shop = await openRealShop();
  const email = `ana-${crypto.randomUUID()}@example.com`;
  const person = await addPerson(shop.office, "Acme Railings", email);
  await inviteContact(shop.office, { contactId: person.contactId, role: "approver" });
  return { ...shop, email, ...person };
}

/** The secret of a sign-in link that the worker mailed. */
export async function mailedLink(ctx: MemberContext, email: string, now = new Date()) {
  await mailPortalLink({ requestId: crypto.randomUUID(), email, next: "/portal" }, now);
  const [newest] = await messagesOf(ctx);
  return tokenIn(newest?.text ?? "");
}

/** Signs in as people do, by a mailed link. */
export async function signIn(ctx: MemberContext, email: string) {
  const cookie = await redeemPortalLink({ token: await mailedLink(ctx, email) }, caller());
  const contactCtx = await proveContactSession(cookie);
  if (!contactCtx) throw new Error("not signed in");
  return { cookie, ctx: contactCtx };
}
