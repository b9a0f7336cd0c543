import "server-only";
import { getProofForCustomer } from "../approvals/get-proof-for-customer";
import { listProofsForCustomer } from "../approvals/list-proofs-for-customer";
import { type ContactContext, inTransaction, type LinkContext, readTogether } from "../context";
import { readBrand } from "../messages/read-brand";
import { takeTry, throttleKey } from "../people/throttle";
import { getPortalFrame } from "./get-portal-frame";
import { getPortalJob } from "./get-portal-job";
import type { PortalJobsInput } from "./input";
import { listPortalJobs } from "./list-portal-jobs";
import { listSharedFiles } from "./list-shared-files";

/** The portal's start with its frame. Refuses a contact's searches past sixty a minute as too many. */
export async function getHomePage(ctx: ContactContext, view: PortalJobsInput) {
  if (view.q) await takeTry(throttleKey("portal search", ctx.actor.id), { tries: 60, seconds: 60 });
  return inTransaction(ctx, async (work) => {
    const [frame, jobs, proofs, files] = await readTogether([
      getPortalFrame(work),
      listPortalJobs(work, view),
      listProofsForCustomer(work),
      listSharedFiles(work),
    ]);
    return { frame, jobs, proofs, files };
  });
}

/** A job's page with its frame and proofs. Refuses as getPortalJob does. */
export function getJobPage(ctx: ContactContext, number: number) {
  return inTransaction(ctx, async (work) => {
    const [frame, job, proofs] = await readTogether([
      getPortalFrame(work),
      getPortalJob(work, number),
      listProofsForCustomer(work, { jobNumber: number }),
    ]);
    return { frame, job, proofs };
  });
}

/** A proof's page with its frame, and beside it the other version that was asked for, if it is one. Refuses as getProofForCustomer does. */
export function getProofPage(ctx: ContactContext, versionId: string, besideId: unknown) {
  return inTransaction(ctx, async (work) => {
    const [frame, proof] = await readTogether([getPortalFrame(work), getProofForCustomer(work, versionId)]);
    const other = proof.others.find((one) => one.versionId === besideId);
    return { frame, proof, beside: other ? await getProofForCustomer(work, other.versionId) : null };
  });
}

/** The one decision of a mailed link with how its shop shows itself. Refuses as getProofForCustomer does. */
export function getLinkPage(ctx: LinkContext) {
  return inTransaction(ctx, async (work) => {
    const [brand, proof] = await readTogether([
      readBrand(work),
      getProofForCustomer(work, ctx.actor.versionId),
    ]);
    return { brand, proof };
  });
}
