import { expect, test } from "vitest";
import { addComment } from "../comments/add-comment";
import { newCommentInput } from "../comments/input";
import type { ContactContext, PortalContext } from "../context";
import { testDatabase } from "../testing/database";
import { addDrawn, ask, linkOf, playOneProof } from "../testing/one-proof";
import { decideProof } from "./decide-proof";
import { getProof } from "./get-proof";
import { getProofForCustomer } from "./get-proof-for-customer";
import { getProofPage, getProofPageForCustomer } from "./get-proof-page";
import { decideProofInput, waitingProofsInput } from "./input";
import { listJobProofs } from "./list-job-proofs";
import { listProofsForCustomer } from "./list-proofs-for-customer";
import { listWaitingProofs } from "./list-waiting-proofs";
import { markProofSeen } from "./mark-proof-seen";
import { withdrawProof } from "./withdraw-proof";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);

const approve = (ctx: PortalContext, versionId: string, version: number, more: object = {}) =>
  decideProof(ctx, decideProofInput.parse({ versionId, version, verdict: "approved", ...more }), {
    address: "203.0.113.9",
    device: "Phone",
  });

test(
  "the shop sees every version with its pages, who was asked, who looked and who decided from where",
  play(async ({ office, other, cast, number, dana, dean, vera, proofId, versionId, later }) => {
    const { version } = await ask(office, versionId, [dana, dean], {
      message: "Right red?",
      dueOn: "2999-03-09",
    });
    await markProofSeen(later(linkOf(dana, versionId), 3), { versionId });
    await markProofSeen(later(dana, 9), { versionId });
    await approve(linkOf(dana, versionId), versionId, version, { verdict: "changes", reason: "Darker" });
    const second = await addDrawn(cast.manager, number, { proofId, note: "Darker now" });
    const seen = await getProof(office, proofId);
    expect(seen).toMatchObject({
      title: "Colour sample",
      job: { number, customer: { name: "Acme Railings" } },
      may: { ask: true, comment: true },
      me: office.actor.id,
    });
    expect(seen.contacts.map((one) => [one.name, one.portalRole]).toSorted()).toEqual([
      ["Dana Drawn", "approver"],
      ["Dean Deed", "approver"],
      ["Vera View", "viewer"],
    ]);
    expect(vera.actor.role).toBe("viewer");
    expect(seen.versions.map((one) => [one.id, one.number, one.state, one.addedBy])).toEqual([
      [second.versionId, 2, "draft", "Mona Manager"],
      [versionId, 1, "superseded", "Otto Office"],
    ]);
    expect(seen.versions[1]).toMatchObject({
      pages: [{ number: 1, width: 90, height: 60 }],
      isDrawn: true,
      askedBy: "Otto Office",
      recipients: [
        { name: "Dana Drawn", seenAt: later(dana, 3).now.toISOString() },
        { name: "Dean Deed", seenAt: null },
      ],
      decisions: [
        { verdict: "changes", reason: "Darker", knownBy: "link", address: "203.0.113.9", device: "Phone" },
      ],
    });
    expect((await getProof(cast.painter, proofId)).may).toEqual({ ask: false, comment: true });
    await expect(getProof(other.office, proofId)).rejects.toMatchObject({ code: "not-found" });
  }),
);

test(
  "a customer sees their version and nothing of the shop's own, and their link opens that one alone",
  play(async ({ office, number, dana, dean, vera, stranger, proofId, versionId }) => {
    await expect(getProofForCustomer(dana, versionId)).rejects.toMatchObject({ code: "not-found" });
    await addComment(office, newCommentInput.parse({ number, body: "Margin is thin here" }));
    const { version } = await ask(office, versionId, [dana], { message: "Right red?" });
    const link = linkOf(dana, versionId);
    const shown = await getProofForCustomer(link, versionId);
    expect(shown).toMatchObject({
      title: "Colour sample",
      state: "waiting",
      version,
      message: "Right red?",
      pages: [{ number: 1 }],
      job: { number, parts: [{ description: "Gate", quantity: 1 }] },
      mayDecide: true,
      whyNot: "",
      others: [],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Margin|price|Otto|acme\.example|203\.0/i);
    expect(await getProofForCustomer(vera, versionId)).toMatchObject({
      mayDecide: false,
      whyNot: expect.stringContaining("not decide"),
    });
    await expect(getProofForCustomer(stranger, versionId)).rejects.toMatchObject({ code: "not-found" });
    const pageId = shown.pages[0]?.id as string;
    expect(await getProofPageForCustomer(link, pageId)).toMatchObject({ versionId });
    for (const ctx of [
      stranger,
      linkOf(stranger, versionId),
      linkOf(dana, crypto.randomUUID()),
    ] as PortalContext[]) {
      await expect(getProofPageForCustomer(ctx, pageId)).rejects.toMatchObject({ code: "not-found" });
    }
    await approve(dean, versionId, version, { verdict: "changes", reason: "Darker" });
    expect(await getProofForCustomer(link, versionId)).toMatchObject({
      state: "changes",
      mayDecide: false,
      decision: { verdict: "changes", byName: "Dean Deed", isMine: false },
      whyNot: expect.stringMatching(/^Dean Deed asked for changes on/),
    });
    const second = await addDrawn(office, number, { proofId });
    await ask(office, second.versionId, [dana]);
    expect(await getProofForCustomer(link, versionId)).toMatchObject({ state: "superseded", pages: [] });
    await expect(getProofPageForCustomer(link, pageId)).rejects.toMatchObject({ code: "not-found" });
    await expect(getProofForCustomer(link, second.versionId)).rejects.toMatchObject({ code: "not-found" });
    const portal = await getProofForCustomer(dana, second.versionId);
    expect(portal.others).toMatchObject([{ versionId, number: 1, state: "superseded" }]);
    expect(await getProofPageForCustomer(dana, pageId)).toMatchObject({ id: pageId });
  }),
);

test(
  "what was withdrawn shows a customer no page of it, even when a newer version came",
  play(async ({ office, number, dana, proofId, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    const [page] = (await getProofForCustomer(dana, versionId)).pages;
    await withdrawProof(office, { versionId, version });
    await addDrawn(office, number, { proofId });
    for (const ctx of [dana, linkOf(dana, versionId)] as PortalContext[]) {
      expect(await getProofForCustomer(ctx, versionId)).toMatchObject({
        state: "withdrawn",
        pages: [],
        comments: [],
      });
      await expect(getProofPageForCustomer(ctx, page?.id as string)).rejects.toMatchObject({
        code: "not-found",
      });
    }
    expect(await getProofPage(office, page?.id as string)).toMatchObject({ number: 1 });
  }),
);

test(
  "lists a customer's proofs in the newest version they were asked about, those that wait first",
  play(async ({ office, number, dana, vera, stranger, proofId, versionId, later }) => {
    const second = await addDrawn(office, number, { title: "Masking" });
    const { version } = await ask(later(office), second.versionId, [dana]);
    await approve(dana, second.versionId, version);
    await ask(office, versionId, [dana], { dueOn: "2999-03-09" });
    await addDrawn(office, number, { title: "Not shown yet" });
    const list = (ctx: ContactContext, more: object = {}) => listProofsForCustomer(ctx, more);
    expect(await list(dana)).toMatchObject([
      { proofId, versionId, jobNumber: number, state: "waiting", mayDecide: true, dueOn: "2999-03-09" },
      { title: "Masking", state: "approved", mayDecide: false },
    ]);
    expect((await list(vera, { jobNumber: number }))[0]).toMatchObject({ mayDecide: false });
    expect(await list(dana, { jobNumber: number + 1 })).toEqual([]);
    expect(await list(stranger)).toEqual([]);
  }),
);

test(
  "lists the shop's proofs by how they stand, and a job's own",
  play(async ({ office, other, number, dana, dean, proofId, versionId, later }) => {
    const find = (more: object = {}) =>
      listWaitingProofs(later(office, 60 * 24 * 4), waitingProofsInput.parse(more));
    const titles = async (more: object = {}) => (await find(more)).proofs.map((one) => one.title);
    const today = new Date(office.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    await ask(office, versionId, [dana, dean], { dueOn: today });
    const masking = await addDrawn(later(office, 1), number, { title: "Masking drawing" });
    const { version } = await ask(office, masking.versionId, [dana]);
    await approve(dana, masking.versionId, version);
    await addDrawn(later(office, 2), number, { title: "Sheet 100%" });
    expect(await titles()).toEqual(["Colour sample", "Sheet 100%"]);
    expect(await find({ show: "late" })).toMatchObject({
      total: 1,
      proofs: [
        {
          id: proofId,
          job: { number, customer: "Acme Railings" },
          isLate: true,
          recipients: [
            { name: "Dana Drawn", hasSeen: false },
            { name: "Dean Deed", hasSeen: false },
          ],
        },
      ],
    });
    expect(await titles({ show: "decided" })).toEqual(["Masking drawing"]);
    expect(await titles({ show: "draft" })).toEqual(["Sheet 100%"]);
    expect(await titles({ show: "changes" })).toEqual([]);
    expect(await titles({ show: "all", search: "100%" })).toEqual(["Sheet 100%"]);
    expect(await titles({ search: `#${number}` })).toHaveLength(2);
    expect((await find({ page: 99 })).proofs).toHaveLength(2);
    const lines = await listJobProofs(office, number);
    expect(lines.map((one) => [one.title, one.state, one.decidedBy])).toEqual([
      ["Colour sample", "waiting", null],
      ["Masking drawing", "approved", "Dana Drawn"],
      ["Sheet 100%", "draft", null],
    ]);
    expect(lines[0]?.firstPageId).toBeTruthy();
    expect(await listJobProofs(other.office, number)).toEqual([]);
  }),
);
