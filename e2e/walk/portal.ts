import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import type postgres from "postgres";
import { Actor } from "../actor";
import { drawnProof } from "./proofs";
import type { World } from "./world";

/** A person of a customer, signed in to the portal. */
export type Contact = Actor & { contactId: string; sessionId: string };
export type Portal = Awaited<ReturnType<typeof openPortal>>;

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");
const newToken = () => randomBytes(32).toString("base64url");
const picture = readFileSync("lib/files/fixtures/gate_front.jpg");

export async function contactOf(
  sql: postgres.Sql,
  at: { shopId: string; customerId: string; name: string; role: "approver" | "viewer" | null },
): Promise<Contact> {
  const { shopId, customerId, name, role } = at;
  const [made] = await sql`
    insert into contact (shop_id, customer_id, name, email, portal_role)
    values (${shopId}, ${customerId}, ${name}, ${`${randomUUID()}@example.com`}, ${role}) returning id`;
  const token = newToken();
  const [session] = await sql`
    insert into contact_session (token_hash, shop_id, contact_id, device, ends_at)
    values (${hashOf(token)}, ${shopId}, ${made?.id}, 'Walk', now() + interval '1 day') returning id`;
  const actor = new Actor(name).wear("coatyard.portal", `${shopId}.${token}`);
  return Object.assign(actor, { contactId: made?.id as string, sessionId: session?.id as string });
}

/** A customer with one who approves and one who looks, beside another customer's and another shop's person. */
export async function openPortal(world: World) {
  const { sql, shopId } = world;
  const customerId = world.customer.id;
  const [foreign] = await sql`
    insert into customer (shop_id, name, name_key) values (${shopId}, 'Walk Rivals', 'walk rivals') returning id`;
  const [otherShop] = await sql`
    insert into shop (name, time_zone, locale, currency, units)
    values ('Third Shop', 'Europe/Berlin', 'de-DE', 'EUR', 'metric') returning id`;
  const [elsewhere] = await sql`
    insert into customer (shop_id, name, name_key) values (${otherShop?.id}, 'Elsewhere', 'elsewhere') returning id`;
  const contacts = {
    approver: await contactOf(sql, { shopId, customerId, name: "Ana Approver", role: "approver" }),
    viewer: await contactOf(sql, { shopId, customerId, name: "Vic Viewer", role: "viewer" }),
    rival: await contactOf(sql, { shopId, customerId: foreign?.id, name: "Ria Rival", role: "approver" }),
    stranger: await contactOf(sql, {
      shopId: otherShop?.id,
      customerId: elsewhere?.id,
      name: "Sten Stranger",
      role: "approver",
    }),
    ended: await contactOf(sql, { shopId, customerId, name: "Ed Ended", role: null }),
  };
  return { world, sql, shopId, customerId, ...contacts, ...makers(world, contacts) };
}

function makers(world: World, { approver, viewer }: { approver: Contact; viewer: Contact }) {
  const { sql, shopId } = world;
  const asked = async () => {
    const { versionId, number, proofId } = await drawnProof(world);
    await sql`update contact set portal_role = 'approver' where id = ${viewer.contactId}`;
    const { version } = await world.owner.do<{ version: number }>("askForDecisionAction", {
      versionId,
      contactIds: [approver.contactId, viewer.contactId],
      version: 1,
    });
    await sql`update contact set portal_role = 'viewer' where id = ${viewer.contactId}`;
    const [page] = await sql`select id from proof_page where version_id = ${versionId}`;
    return { versionId, number, proofId, version, pageId: page?.id as string };
  };
  const link = async (versionId: string, more: { isOver?: boolean; isRevoked?: boolean } = {}) => {
    const token = newToken();
    const endsAt = new Date(Date.now() + (more.isOver ? -1000 : 3_600_000));
    await sql`
      insert into approval_link (token_hash, shop_id, version_id, contact_id, ends_at, revoked_at)
      values (${hashOf(token)}, ${shopId}, ${versionId}, ${approver.contactId}, ${endsAt}, ${more.isRevoked ? new Date() : null})`;
    return token;
  };
  const shared = async (of: "job" | "customer" = "job") => {
    const { number } = await world.job();
    const owner = of === "job" ? `job=${number}` : `customer=${world.customer.id}`;
    const file = await world.put(`/api/files?name=gate.jpg&${owner}`, picture);
    await world.owner.do("shareFilesAction", { fileIds: [file.id] });
    const isDrawn = async () => {
      const [row] = await sql`select shared_key, thumbnail_key from file where id = ${file.id}`;
      return Boolean(row?.shared_key && row.thumbnail_key);
    };
    await expect.poll(isDrawn, { timeout: 30_000 }).toBe(true);
    return { number, fileId: file.id };
  };
  return { asked, link, shared };
}

type Who = "approver" | "viewer";
type PortalDoor = {
  may: readonly Who[];
  input: (portal: Portal, by: Contact) => Promise<unknown>;
};
const both = ["approver", "viewer"] as const;

/** Every action of the portal. A new one that is not here fails the walk. */
export const portalActions: Record<string, PortalDoor> = {
  addPortalCommentAction: {
    may: both,
    input: async ({ world }) => ({
      onceId: randomUUID(),
      number: (await world.job()).number,
      body: "When is it ready?",
    }),
  },
  decideProofAction: {
    may: ["approver"],
    input: async ({ asked }) => {
      const { versionId, version } = await asked();
      return { versionId, version, verdict: "approved" };
    },
  },
  commentOnProofAction: {
    may: both,
    input: async ({ asked }) => ({ versionId: (await asked()).versionId, body: "Looks good." }),
  },
  seeProofAction: { may: both, input: async ({ asked }) => ({ versionId: (await asked()).versionId }) },
  switchCustomerAction: {
    may: both,
    input: async (_, { contactId }) => ({ contactId }),
  },
  endContactSessionAction: {
    may: both,
    input: async ({ sql, shopId }, { contactId }) => {
      const [spare] = await sql`
        insert into contact_session (token_hash, shop_id, contact_id, device, ends_at)
        values (${hashOf(newToken())}, ${shopId}, ${contactId}, 'Spare', now() + interval '1 day') returning id`;
      return { id: spare?.id };
    },
  },
};

/** Every action of a mailed link, with what succeeds for whoever holds it. */
export const linkActions: Record<string, (asked: { versionId: string; version: number }) => object> = {
  decideByLinkAction: ({ versionId, version }) => ({ versionId, version, verdict: "approved" }),
  commentByLinkAction: ({ versionId }) => ({ versionId, body: "From the mail." }),
  seeByLinkAction: ({ versionId }) => ({ versionId }),
};

type Place = { at: (portal: Portal) => Promise<string>; isOfCustomer?: true };

const ofProof = (path: (asked: { versionId: string; pageId: string }) => string) => async (portal: Portal) =>
  path(await portal.asked());
const ofFile = (path: (id: string) => string) => async (portal: Portal) =>
  path((await portal.shared()).fileId);
const decided = async (portal: Portal) => {
  const { versionId, version } = await portal.asked();
  await portal.approver.do("decideProofAction", { versionId, version, verdict: "approved" });
  return versionId;
};

/** Every page and every GET of a route for contacts. */
export const portalPlaces: Record<string, Place> = {
  "/(portal)/portal/(signed-in)/page": { at: async () => "/portal" },
  "/(portal)/portal/(signed-in)/account/page": { at: async () => "/portal/account" },
  "/(portal)/portal/(signed-in)/jobs/[number]/page": {
    at: async ({ world }) => `/portal/jobs/${(await world.job()).number}`,
    isOfCustomer: true,
  },
  "/(portal)/portal/(signed-in)/proofs/[versionId]/page": {
    at: ofProof(({ versionId }) => `/portal/proofs/${versionId}`),
    isOfCustomer: true,
  },
  "/(portal)/portal/(signed-in)/proofs/[versionId]/receipt/route": {
    at: async (portal) => `/portal/proofs/${await decided(portal)}/receipt`,
    isOfCustomer: true,
  },
  "/api/portal/pages/[pageId]/route": {
    at: ofProof(({ pageId }) => `/api/portal/pages/${pageId}`),
    isOfCustomer: true,
  },
  "/api/portal/files/[id]/route": { at: ofFile((id) => `/api/portal/files/${id}`), isOfCustomer: true },
  "/api/portal/files/[id]/thumbnail/route": {
    at: ofFile((id) => `/api/portal/files/${id}/thumbnail`),
    isOfCustomer: true,
  },
};

/** What a mailed link opens beside its page. */
export const linkPlaces: Record<string, (portal: Portal) => Promise<{ token: string; rest: string }>> = {
  "/(portal)/a/[token]/pages/[pageId]/route": async (portal) => {
    const { versionId, pageId } = await portal.asked();
    return { token: await portal.link(versionId), rest: `/pages/${pageId}` };
  },
  "/(portal)/a/[token]/receipt/route": async (portal) => ({
    token: await portal.link(await decided(portal)),
    rest: "/receipt",
  }),
};
