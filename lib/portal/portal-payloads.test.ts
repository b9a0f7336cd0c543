import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { file } from "@/db/schema/files";
import { coat, job, part } from "@/db/schema/jobs";
import { addProofComment } from "../approvals/add-proof-comment";
import { getProofForCustomer } from "../approvals/get-proof-for-customer";
import { proofCommentInput } from "../approvals/input";
import { listProofsForCustomer } from "../approvals/list-proofs-for-customer";
import { addComment } from "../comments/add-comment";
import { newCommentInput } from "../comments/input";
import { inTransaction, mintContext } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import { ask, contactOf, freshPicture, linkOf, type OneProof, playOneProof } from "../testing/one-proof";
import { fixture, upload } from "../testing/uploads";
import { addPortalComment } from "./add-portal-comment";
import { getPortalFrame } from "./get-portal-frame";
import { getPortalJob } from "./get-portal-job";
import { portalCommentInput, portalJobsInput } from "./input";
import { listPortalJobs } from "./list-portal-jobs";
import { listSharedFiles } from "./list-shared-files";
import { sayOfProof } from "./say-of-proof";
import { takeReceipt } from "./take-receipt";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);
const all = portalJobsInput.parse({});

/** What must never leave the shop, each in words found nowhere else. */
const secrets = {
  notes: "hang by the back holes",
  masking: "plug the threads",
  critical: "front face only",
  price: 98_765_432,
  internal: "they always pay late",
  priv: "cost-sheet.jpg",
  other: "Other Gates",
  aside: "do not tell Acme",
};

async function fillWithSecrets({ office, number, jobId, customerId, versionId }: OneProof) {
  await inTransaction(office, async ({ tx }) => {
    await tx.update(job).set({ notes: secrets.notes, priceCents: secrets.price }).where(eq(job.id, jobId));
    const own = { masking: secrets.masking, criticalAreas: secrets.critical, priceCents: secrets.price };
    const [gate] = await tx.update(part).set(own).where(eq(part.jobId, jobId)).returning();
    await tx.insert(coat).values({
      shopId: office.shop.id,
      partId: gate?.id as string,
      position: 1,
      system: "ral",
      code: "RAL 9016",
      name: "Traffic white",
      filmUm: 77_123,
    });
  });
  const say = (body: string, visibility: "internal" | "customer") =>
    addComment(office, newCommentInput.parse({ number, body, visibility }));
  await say(secrets.internal, "internal");
  await say("Ready on Friday.", "customer");
  await addProofComment(office, proofCommentInput.parse({ versionId, body: secrets.aside }));
  const kept = await upload(office, await freshPicture(), secrets.priv, number);
  const shown = await upload(office, fixture("gate_front.jpg"), "gate-front.jpg", number);
  await inTransaction(office, ({ tx }) =>
    tx.update(file).set({ visibility: "shared" }).where(eq(file.id, shown.id)),
  );
  const own = { name: secrets.priv, customer: customerId };
  await upload(office, await freshPicture(), own);
  return { kept, shown };
}

describe("SECURITY 14: what reaches a customer", () => {
  test(
    "holds no cost, note, masking, internal word, private file or other customer, in any read of the portal",
    play(async (one) => {
      const { office, number, versionId, dana } = one;
      const { kept, shown } = await fillWithSecrets(one);
      await ask(office, versionId, [dana]);
      const reads = {
        frame: await getPortalFrame(dana),
        jobs: await listPortalJobs(dana, all),
        found: await listPortalJobs(dana, portalJobsInput.parse({ q: "gate" })),
        job: await getPortalJob(dana, number),
        proofs: await listProofsForCustomer(dana),
        files: await listSharedFiles(dana),
        proof: await getProofForCustomer(dana, versionId),
        byLink: await getProofForCustomer(linkOf(dana, versionId), versionId),
      };
      for (const [name, read] of Object.entries(reads)) {
        const payload = JSON.stringify(read);
        for (const secret of [
          ...Object.values(secrets),
          kept.id,
          77_123,
          "priceCents",
          "memberId",
          "notes",
        ]) {
          expect({ name, secret, isThere: payload.includes(String(secret)) }).toEqual({
            name,
            secret,
            isThere: false,
          });
        }
      }
      expect(reads.job.comments.map((said) => said.body)).toEqual(["Ready on Friday."]);
      expect(reads.job.files.map((shared) => shared.id)).toEqual([shown.id]);
      expect(reads.job.parts[0]?.coats).toMatchObject([{ code: "RAL 9016", name: "Traffic white" }]);
    }),
  );

  test(
    "searching by a secret finds nothing",
    play(async (one) => {
      await fillWithSecrets(one);
      for (const q of [secrets.notes, secrets.masking, secrets.internal, secrets.other]) {
        expect((await listPortalJobs(one.dana, portalJobsInput.parse({ q }))).total).toBe(0);
      }
      expect((await listPortalJobs(one.dana, portalJobsInput.parse({ q: "gate" }))).total).toBe(1);
      expect((await listPortalJobs(one.dana, portalJobsInput.parse({ q: "%" }))).total).toBe(0);
    }),
  );
});

describe("SECURITY 12: another customer's and another shop's", () => {
  test(
    "job is not found, not listed and not written to",
    play(async ({ number, stranger, office, dana, other }) => {
      const say = portalCommentInput.parse({ onceId: crypto.randomUUID(), number, body: "hello" });
      await expect(getPortalJob(stranger, number)).rejects.toMatchObject({ code: "not-found" });
      await expect(addPortalComment(stranger, say)).rejects.toMatchObject({ code: "not-found" });
      expect((await listPortalJobs(stranger, all)).jobs.map((one) => one.number)).not.toContain(number);
      const elsewhere = mintContext({ ...dana, shop: other.shop });
      await expect(getPortalJob(elsewhere, number)).rejects.toMatchObject({ code: "not-found" });
      expect((await listPortalJobs(elsewhere, all)).total).toBe(0);
      await inTransaction(office, ({ tx }) =>
        tx.update(job).set({ retiredAt: office.now }).where(eq(job.number, number)),
      );
      await expect(getPortalJob(dana, number)).rejects.toMatchObject({ code: "not-found" });
    }),
  );
});

describe("writing to the shop", () => {
  test(
    "is for both sides, said once however often it is pressed, and told",
    play(async ({ number, jobId, dana, dean, office }) => {
      const said = portalCommentInput.parse({
        onceId: crypto.randomUUID(),
        number,
        body: "Can I come at five?",
      });
      await addPortalComment(dana, said);
      await addPortalComment(dana, said);
      expect((await getPortalJob(dana, number)).comments).toMatchObject([
        { author: "Dana Drawn", isMine: true, isFromShop: false, body: "Can I come at five?" },
      ]);
      expect((await getPortalJob(dean, number)).comments).toMatchObject([
        { isMine: false, isFromShop: false },
      ]);
      expect(await lastEvent(office)).toMatchObject({
        kind: "comment.added",
        actorKind: "contact",
        actorName: "Dana Drawn",
        jobId,
        after: { visibility: "customer", contactId: dana.actor.id },
      });
    }),
  );

  test(
    "SECURITY 23: thirty times in ten minutes about a proof, by whatever door, and as many receipts",
    play(async ({ office, versionId, dana }) => {
      await ask(office, versionId, [dana]);
      const byLink = linkOf(dana, versionId);
      const say = (n: number) =>
        sayOfProof(n % 2 ? dana : byLink, proofCommentInput.parse({ versionId, body: "hello" }));
      for (let n = 0; n < 30; n += 1) await say(n);
      await expect(say(31)).rejects.toMatchObject({ code: "too-many" });
      const none = { code: "not-found" };
      for (let n = 0; n < 30; n += 1)
        await expect(takeReceipt(byLink, versionId)).rejects.toMatchObject(none);
      await expect(takeReceipt(dana, versionId)).rejects.toMatchObject({ code: "too-many" });
    }),
  );

  test(
    "SECURITY 23: thirty times in ten minutes",
    play(async ({ number, dana }) => {
      const say = () =>
        addPortalComment(
          dana,
          portalCommentInput.parse({ onceId: crypto.randomUUID(), number, body: "hello" }),
        );
      for (let n = 0; n < 30; n += 1) await say();
      await expect(say()).rejects.toMatchObject({ code: "too-many" });
    }),
  );
});

describe("the list of jobs", () => {
  test(
    "shows what is open by when it is due, what is delivered apart, twenty a page",
    play(async ({ office, customerId, dana, number }) => {
      for (let n = 0; n < 22; n += 1) {
        const dueOn = `2027-01-${String(28 - n).padStart(2, "0")}`;
        await createJob(office, newJobInput.parse({ customerId, parts: [{ description: "post" }], dueOn }));
      }
      await inTransaction(office, ({ tx }) =>
        tx.update(job).set({ stageKind: "delivered", deliveredAt: office.now }).where(eq(job.number, number)),
      );
      const first = await listPortalJobs(dana, all);
      expect(first).toMatchObject({ total: 22, page: 1 });
      expect(first.jobs).toHaveLength(20);
      const days = first.jobs.map((one) => one.dueOn);
      expect(days).toEqual([...days].sort());
      const past = await listPortalJobs(dana, portalJobsInput.parse({ page: 99 }));
      expect([past.page, past.jobs.length]).toEqual([2, 2]);
      const delivered = await listPortalJobs(dana, portalJobsInput.parse({ show: "delivered" }));
      expect(delivered.jobs.map((one) => one.number)).toEqual([number]);
    }),
  );

  test(
    "has the day each step was reached",
    play(async ({ number, dana, cast }) => {
      const vera = await contactOf(cast.office, dana.actor.customerId, "Will Watch", "viewer");
      const { progress, stepDays } = await getPortalJob(vera, number);
      expect(progress?.steps[progress.at]?.name).toBe("Received");
      expect(stepDays[progress?.at ?? -1]).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(stepDays.filter(Boolean)).toHaveLength(1);
    }),
  );
});
