import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { comment } from "@/db/schema/comments";
import { contact } from "@/db/schema/customers";
import { inTransaction } from "../context";
import { testDatabase } from "../testing/database";
import { releaseQueues } from "../testing/outbox";
import { addPerson, openPortal, signIn } from "../testing/portal-person";
import { endContactAccess } from "./end-contact-access";
import { inviteContact } from "./invite-contact";
import { listContactSessions, revokeContactSession } from "./list-contact-sessions";
import { openContactSession } from "./open-contact-session";
import { previewContact, provePreview } from "./preview-contact";
import { proveContactSession } from "./prove-contact-session";
import { listMyCustomers, switchCustomer } from "./switch-customer";

vi.stubEnv("COATYARD_URL", "https://shop.example.com");
testDatabase();
releaseQueues();

describe("one address, several customers", () => {
  test("sees its own customers, goes from one to another, and to no other's", async () => {
    const { office, email } = await openPortal();
    const second = await addPerson(office, "Birch Fences", email);
    await inviteContact(office, { contactId: second.contactId, role: "viewer" });
    const stranger = await openPortal();
    const { ctx } = await signIn(office, email);
    expect((await listMyCustomers(ctx)).map((one) => one.customerName)).toEqual([
      "Acme Railings",
      "Birch Fences",
    ]);
    const cookie = await switchCustomer(ctx, { contactId: second.contactId }, "Safari on iPhone");
    expect(await proveContactSession(cookie)).toMatchObject({
      actor: { customerId: second.customerId, role: "viewer" },
    });
    await expect(switchCustomer(ctx, { contactId: stranger.contactId }, "x")).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("lists and ends its own sessions, and nobody else's", async () => {
    const { office, email } = await openPortal();
    const { ctx } = await signIn(office, email);
    const second = await signIn(office, email);
    const bo = await addPerson(office, "Bo's Yard", `bo-${crypto.randomUUID()}@example.com`, "Bo");
    await inviteContact(office, { contactId: bo.contactId, role: "viewer" });
    const [foreign] = [
      await openContactSession({ shopId: office.shop.id, contactId: bo.contactId }, "Bo's phone"),
    ];
    const boCtx = await proveContactSession(foreign);
    const mine = await listContactSessions(ctx);
    expect(mine.map((one) => one.isThis)).toEqual([true, false]);
    await revokeContactSession(ctx, { id: mine[1]?.id as string });
    expect(await proveContactSession(second.cookie)).toBeNull();
    await expect(revokeContactSession(ctx, { id: boCtx?.actor.sessionId as string })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await proveContactSession(foreign)).not.toBeNull();
  });
});

describe("looking through a contact's eyes", () => {
  test("shows their side and writes nothing, whatever is tried", async () => {
    const { office, contactId, customerId } = await openPortal();
    const seen = await previewContact(office, contactId);
    expect(seen).toMatchObject({ actor: { kind: "contact", customerId, previewedBy: "Otto Office" } });
    if (!seen) return;
    const write = inTransaction(seen, ({ tx }) =>
      tx.update(contact).set({ name: "Changed" }).where(eq(contact.id, contactId)),
    );
    await expect(write).rejects.toMatchObject({ cause: { message: /read-only transaction/ } });
    const said = inTransaction(seen, ({ tx, shop }) =>
      tx.insert(comment).values({
        shopId: shop.id,
        jobId: crypto.randomUUID(),
        authorName: "x",
        body: "x",
        visibility: "customer",
      }),
    );
    await expect(said).rejects.toMatchObject({ cause: { message: /read-only transaction/ } });
  });

  test("is for a contact with access alone", async () => {
    const { office, contactId } = await openPortal();
    await endContactAccess(office, { contactId });
    expect(await previewContact(office, contactId)).toBeNull();
    expect(await previewContact(office, "not an id")).toBeNull();
    await expect(provePreview(office, contactId)).rejects.toMatchObject({ code: "not-found" });
  });
});
