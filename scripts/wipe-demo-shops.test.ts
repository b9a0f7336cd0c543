import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq, isNull } from "drizzle-orm";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { file } from "@/db/schema/files";
import { job } from "@/db/schema/jobs";
import { member, person } from "@/db/schema/people";
import { makeDemo } from "@/db/seed/make-demo";
import { addProofComment } from "@/lib/approvals/add-proof-comment";
import { decideProof } from "@/lib/approvals/decide-proof";
import { decideProofInput, proofCommentInput } from "@/lib/approvals/input";
import { database, inTransaction, type MemberContext } from "@/lib/context";
import { filesFolder } from "@/lib/files/storage";
import { makeApprovalLink } from "@/lib/people/approval-links";
import { systemContext } from "@/lib/people/system-context";
import { createPowder } from "@/lib/powders/create-powder";
import { powderInput } from "@/lib/powders/input";
import { testDatabase } from "@/lib/testing/database";
import { addDrawn, ask, contactOf } from "@/lib/testing/one-proof";
import { openRealShop } from "@/lib/testing/real-shop";
import { wipeDemoShops } from "./wipe-demo-shops.mjs";

const { ownerUrl } = testDatabase();

const now = new Date("2026-11-20T18:30:00Z");
const small = { months: 1, jobs: 30, customers: 10 };

/** Rows of a shop in every table that has a shop, whoever may see them. */
async function rowsOf(shopId: string): Promise<Record<string, number>> {
  const url = new URL(inject("testServer").superuserUrl);
  url.pathname = new URL(ownerUrl).pathname;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  const tables = await sql`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'shop_id'`;
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const [found] = await sql`select count(*)::int as rows from ${sql(name)} where shop_id = ${shopId}`;
    rows[name] = found?.rows;
  }
  await sql.end();
  return rows;
}

async function keepFile(owner: MemberContext, filesPath: string): Promise<string> {
  const storageKey = `${owner.shop.id}/ab/${crypto.randomUUID()}`;
  const path = join(filesPath, "kept", storageKey);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, "a picture");
  await inTransaction(owner, async ({ tx }) => {
    const [any] = await tx.select().from(job).limit(1);
    const contents = { name: "a.png", contentType: "image/png", bytes: 9, sha256: "", storageKey };
    await tx.insert(file).values({ ...contents, shopId: owner.shop.id, jobId: any?.id });
  });
  return path;
}

/** A proof that one contact was asked about, answered and spoke on, and the link that was mailed. */
async function decideProofIn(owner: MemberContext): Promise<void> {
  const [any] = await inTransaction(owner, ({ tx }) =>
    tx.select().from(job).where(isNull(job.retiredAt)).limit(1),
  );
  const { number, customerId } = any as typeof job.$inferSelect;
  const { versionId } = await addDrawn(owner, number);
  const dana = await contactOf(owner, customerId, "Dana Drawn", "approver");
  const { version } = await ask(owner, versionId, [dana]);
  const link = { versionId, contactId: dana.actor.id, endsAt: new Date("2999-03-09") };
  await inTransaction(owner, (work) => makeApprovalLink(work, link));
  await addProofComment(dana, proofCommentInput.parse({ versionId, body: "Darker", page: 1, x: 1, y: 1 }));
  const input = decideProofInput.parse({ versionId, version, verdict: "changes", reason: "Darker" });
  await decideProof(dana, input, { address: "", device: "" });
}

test("wipes the demo whole, and nothing of the real shop beside it", async () => {
  const filesPath = filesFolder();
  const { owner: demo, office } = await openRealShop("Demo", { isDemo: true, now });
  await makeDemo(await systemContext(demo.shop.id, "Test"), small);
  const { owner: real } = await openRealShop("Real");
  await createPowder(real, powderInput.parse({ maker: "Corvane", code: "X1", name: "Real powder" }));
  const inBoth = {
    shopId: real.shop.id,
    personId: office.actor.personId,
    name: "Otto Office",
    role: "office" as const,
  };
  await inTransaction(real, ({ tx }) => tx.insert(member).values(inBoth));
  await keepFile(demo, filesPath);
  await decideProofIn(demo);
  const realFile = await keepFile(real, filesPath);
  const before = await rowsOf(real.shop.id);

  expect(await wipeDemoShops({ ownerUrl, filesPath })).toMatch(
    /^Removed the demo shop “Demo” with 30 jobs, 10 customers, \d+ files and 3 people\.$/,
  );

  const left = await rowsOf(demo.shop.id);
  expect(Object.keys(left).length).toBeGreaterThan(15);
  expect(Object.values(left).every((rows) => rows === 0)).toBe(true);
  expect(await rowsOf(real.shop.id)).toEqual(before);
  expect(before).toMatchObject({ member: 5, powder: 1, file: 1 });
  expect(existsSync(join(filesPath, "kept", demo.shop.id))).toBe(false);
  expect(existsSync(realFile)).toBe(true);
  const people = await database()
    .select({ id: person.id })
    .from(person)
    .where(eq(person.id, inBoth.personId));
  expect(people).toHaveLength(1);
  expect(await wipeDemoShops({ ownerUrl, filesPath })).toBe(
    "There is no demo shop here: nothing was removed.",
  );
});
