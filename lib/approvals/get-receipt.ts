import "server-only";
import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { decision, proof, proofPage, proofVersion } from "@/db/schema/approvals";
import { customer } from "@/db/schema/customers";
import { file } from "@/db/schema/files";
import { job } from "@/db/schema/jobs";
import { type Actor, type AnyWork, type Context, inTransaction, type PortalContext } from "../context";
import { Refusal } from "../errors";
import { cleanFileName } from "../files/file-name";
import { storage } from "../files/storage";
import { findLogo, getBrand } from "../messages/read-brand";
import { drawReceipt, type Receipt } from "./draw-receipt";
import { namesOf } from "./read-comments";

export type ReceiptFile = { name: string; pdf: Buffer };
type Which = { jobNumber: number; proofId: string; decisionId?: string };

const mostPictures = 4;

/** The receipt of a decision on a proof of a job as PDF: the one named, else the last. Refuses when there is none. */
export async function getReceipt(
  ctx: Context,
  { jobNumber, proofId, decisionId }: Which,
): Promise<ReceiptFile> {
  const which = and(
    eq(job.number, jobNumber),
    eq(decision.proofId, proofId),
    decisionId ? eq(decision.id, decisionId) : undefined,
  );
  return makeReceipt(ctx, which);
}

/** The same for the customer: of the last decision on a version. Refuses another customer's, and under a link all but its own. */
export async function getReceiptForCustomer(ctx: PortalContext, versionId: string): Promise<ReceiptFile> {
  const { actor } = ctx;
  if (actor.kind === "link" && actor.versionId !== versionId) throw noReceipt();
  return makeReceipt(ctx, and(eq(job.customerId, actor.customerId), eq(decision.versionId, versionId)));
}

const noReceipt = () => new Refusal("not-found", "There is no receipt: nothing was decided.");

async function makeReceipt(ctx: Context<Actor>, which: SQL | undefined): Promise<ReceiptFile> {
  const { pages, ...facts } = await inTransaction(ctx, (work) => readFacts(work, which));
  const brand = await getBrand(ctx);
  const pictures: Buffer[] = [];
  for (const { storageKey } of pages.slice(0, mostPictures)) pictures.push(await storage().read(storageKey));
  const isStaff = ctx.actor.kind === "member" || ctx.actor.kind === "system";
  const receipt: Receipt = {
    ...facts,
    // From where somebody decided is the shop's record, and not for their colleagues.
    ...(isStaff ? {} : { address: "", device: "" }),
    pictures,
    pages: pages.length,
    shop: { ...ctx.shop, phone: brand.phone, address: brand.address },
    logo: await findLogo(ctx),
    madeAt: ctx.now,
  };
  const name = cleanFileName(
    `${facts.proof} v${facts.version}, job ${facts.jobNumber}.pdf`,
    "application/pdf",
  );
  return { name, pdf: await drawReceipt(receipt) };
}

async function readFacts(work: AnyWork, which: SQL | undefined) {
  const { tx, shop } = work;
  const [found] = await tx
    .select({ decision, proof, version: proofVersion, job, customer: customer.name, file })
    .from(decision)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, decision.proofId)))
    .innerJoin(proofVersion, and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, decision.versionId)))
    .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, decision.jobId)))
    .innerJoin(customer, and(eq(customer.shopId, shop.id), eq(customer.id, job.customerId)))
    .innerJoin(file, and(eq(file.shopId, shop.id), eq(file.id, proofVersion.fileId)))
    .where(and(eq(decision.shopId, shop.id), isNull(job.retiredAt), which))
    .orderBy(desc(decision.at))
    .limit(1);
  if (!found) throw noReceipt();
  const pages = await tx
    .select({ storageKey: proofPage.storageKey })
    .from(proofPage)
    .where(and(eq(proofPage.shopId, shop.id), eq(proofPage.versionId, found.version.id)))
    .orderBy(proofPage.number);
  const { memberId, id, ...made } = found.decision;
  const names = await namesOf(work, [memberId]);
  return {
    decisionId: id,
    verdict: made.verdict,
    reason: made.reason,
    byName: made.byName,
    byEmail: made.byEmail,
    knownBy: made.knownBy,
    recordedBy: memberId ? (names.get(memberId) ?? "") : "",
    address: made.address,
    device: made.device,
    at: made.at,
    proof: found.proof.title,
    version: found.version.number,
    message: found.version.message,
    askedAt: found.version.askedAt,
    jobNumber: found.job.number,
    poNumber: found.job.poNumber,
    customer: found.customer,
    file: { name: found.file.name, sha256: found.file.sha256 },
    pages,
  };
}
