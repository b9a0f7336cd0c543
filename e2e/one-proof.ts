import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type postgres from "postgres";
import type { Actor } from "./actor";

export type ProofMaker = ReturnType<typeof proofMaker>;

/** What a proof's journey begins with, made by the shop's owner. */
export function proofMaker(owner: Actor, sql: postgres.Sql) {
  /** A job whose customer has these people, and a proof on it that is drawn. */
  async function takeIn(people: { name: string; role?: "approver" | "viewer" }[]) {
    const tag = crypto.randomUUID().slice(0, 8);
    const contacts = people.map(({ name }) => ({
      name,
      email: `${name.split(" ")[0]?.toLowerCase()}-${tag}@example.com`,
    }));
    const customer = await owner.do<{ id: string }>("createCustomerAction", {
      name: `Railings ${tag}`,
      contacts,
    });
    const { number } = await owner.do<{ number: number }>("createJobAction", {
      customerId: customer.id,
      priceCents: 98_700,
      dueOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
      parts: [{ description: "double gate 12 ft", coats: [{ system: "words", name: "gloss black" }] }],
    });
    const ids = await Promise.all(
      contacts.map(
        async ({ email }) => (await sql`select id from contact where email = ${email}`)[0]?.id as string,
      ),
    );
    for (const [at, { role }] of people.entries()) {
      if (role) await owner.do("inviteContactAction", { contactId: ids[at], role });
    }
    const proof = await addVersion(number);
    return {
      ...proof,
      number,
      customerId: customer.id,
      contacts: contacts.map((one, at) => ({ ...one, id: ids[at] as string })),
    };
  }

  async function addVersion(number: number, proofId?: string) {
    const sent = await owner.fetch(`/api/files?name=gate.jpg&job=${number}&category=proof`, {
      method: "PUT",
      body: readFileSync(`lib/files/fixtures/${proofId ? "IMG_2041" : "gate_front"}.jpg`),
      headers: { "content-type": "image/jpeg" },
    });
    const fileId = (await sent.json()).value.id;
    const made = await owner.do<{ proofId: string; versionId: string }>("addProofVersionAction", {
      number,
      fileId,
      ...(proofId ? { proofId } : { title: "Front gate" }),
    });
    const pages = async () =>
      (await sql`select pages from proof_version where id = ${made.versionId}`)[0]?.pages;
    await expect.poll(pages, { timeout: 30_000 }).toBe(1);
    return made;
  }

  const asked = (versionId: string, contactIds: string[], message = "Is the hinge on the right side?") =>
    owner.do("askForDecisionAction", { versionId, contactIds, message, version: 1 });

  const stateOf = async (versionId: string) =>
    (await sql`select state from proof_version where id = ${versionId}`)[0]?.state;

  return { takeIn, addVersion, asked, stateOf };
}
