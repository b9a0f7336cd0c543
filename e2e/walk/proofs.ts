import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { roles } from "../../db/vocabulary";
import { type ActionDoor, holders } from "./door";
import type { Place } from "./places";
import type { World } from "./world";

const asks = holders("proofs.ask");

async function fileOf(world: World) {
  const { number } = await world.job();
  const picture = readFileSync("lib/files/fixtures/gate_front.jpg");
  const file = await world.put(`/api/files?name=gate.jpg&job=${number}&category=proof`, picture);
  return { number, fileId: file.id };
}

async function ofProof(world: World) {
  const file = await fileOf(world);
  const made = await world.owner.do<{ proofId: string; versionId: string }>("addProofVersionAction", file);
  return { ...made, number: file.number };
}

/** A proof whose page is drawn: nothing else can be asked about or decided. */
export async function drawnProof(world: World) {
  const made = await ofProof(world);
  const pages = async () => {
    const [version] = await world.sql`select pages from proof_version where id = ${made.versionId}`;
    return version?.pages;
  };
  await expect.poll(pages, { timeout: 30_000 }).toBe(1);
  const contact = await world.owner.do<{ id: string }>("addContactAction", {
    customerId: world.customer.id,
    contact: { name: "Ana Field", email: `${crypto.randomUUID()}@example.com` },
  });
  return { ...made, contactId: contact.id };
}

async function askedProof(world: World) {
  const { versionId, contactId, ...rest } = await drawnProof(world);
  const { version } = await world.owner.do<{ version: number }>("askForDecisionAction", {
    versionId,
    contactIds: [contactId],
    version: 1,
  });
  return { versionId, contactId, version, ...rest };
}

async function decidedProof(world: World) {
  const { versionId, contactId, version, ...rest } = await askedProof(world);
  await world.owner.do("recordDecisionAction", { versionId, contactId, verdict: "approved", version });
  const [row] = await world.sql`select version from proof_version where id = ${versionId}`;
  return { versionId, version: Number(row?.version), ...rest };
}

export const proofActions: Record<string, ActionDoor> = {
  addProofVersionAction: { may: asks, input: fileOf },
  askForDecisionAction: {
    may: asks,
    input: async (world) => {
      const { versionId, contactId } = await drawnProof(world);
      return { versionId, contactIds: [contactId], message: "Please look.", version: 1 };
    },
  },
  remindOfProofAction: {
    may: asks,
    input: async (world) => ({ versionId: (await askedProof(world)).versionId }),
  },
  withdrawProofAction: { may: asks, input: askedProof },
  recordDecisionAction: {
    may: asks,
    input: async (world) => ({ ...(await askedProof(world)), verdict: "changes", reason: "Matte, please." }),
  },
  reopenProofAction: { may: asks, input: decidedProof },
  addProofCommentAction: {
    may: holders("jobs.comment"),
    input: async (world) => {
      const { versionId } = await drawnProof(world);
      return { versionId, body: "here", page: 1, x: 5000, y: 5000 };
    },
  },
  renameProofAction: {
    may: asks,
    input: async (world) => ({ proofId: (await ofProof(world)).proofId, title: "Side gate" }),
  },
  retireProofAction: { may: asks, input: async (world) => ({ proofId: (await ofProof(world)).proofId }) },
  restoreProofAction: {
    may: asks,
    input: async (world) => {
      const { proofId } = await ofProof(world);
      await world.owner.do("retireProofAction", { proofId });
      return { proofId };
    },
  },
};

export const proofPlaces: Record<string, Place> = {
  "/(staff)/approvals/page": { may: asks, at: "/approvals" },
  "/(staff)/jobs/[number]/proofs/[proofId]/page": {
    may: roles,
    at: async (world) => {
      const { number, proofId } = await ofProof(world);
      return `/jobs/${number}/proofs/${proofId}`;
    },
    isOfShop: true,
  },
  "/(staff)/jobs/[number]/proofs/[proofId]/receipt/route": {
    may: roles,
    at: async (world) => {
      const { number, proofId } = await decidedProof(world);
      return `/jobs/${number}/proofs/${proofId}/receipt`;
    },
    isOfShop: true,
  },
  "/api/proofs/pages/[pageId]/route": {
    may: roles,
    at: async (world) => {
      const { versionId } = await drawnProof(world);
      const [page] = await world.sql`select id from proof_page where version_id = ${versionId}`;
      return `/api/proofs/pages/${page?.id}`;
    },
    isOfShop: true,
  },
};
