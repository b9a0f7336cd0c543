import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { decision } from "@/db/schema/approvals";
import { type ContactContext, inTransaction, type MemberContext, mintContext } from "../context";
import { Refusal } from "../errors";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import {
  addDrawn,
  ask,
  contactOf,
  freshPicture,
  linkOf,
  proofStateOf,
  versionRow,
} from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { rounds } from "../testing/rounds";
import { upload } from "../testing/uploads";
import { addProofVersion } from "./add-proof-version";
import { decideProof } from "./decide-proof";
import { decideProofInput, newProofVersionInput } from "./input";

testDatabase();
releaseQueues();

let office: MemberContext;
let number: number;
let jobId: string;
let people: ContactContext[];

beforeAll(async () => {
  office = (await openRealShop()).office;
  const input = newJobInput.parse({
    newCustomer: { name: "Acme Railings" },
    parts: [{ description: "Gate" }],
  });
  const made = await createJob(office, input);
  [number, jobId] = [made.number, made.id];
  const names = ["Dana Drawn", "Dean Deed"];
  people = [];
  for (const name of names) people.push(await contactOf(office, made.customerId, name, "approver"));
});

const decide = (who: ContactContext, versionId: string, version: number, verdict: string) =>
  decideProof(
    { ...linkOf(who, versionId), now: new Date() },
    decideProofInput.parse({ versionId, version, verdict, reason: "Because" }),
    { address: "", device: "" },
  );
const decisionsOn = (versionId: string) =>
  inTransaction(office, ({ tx }) => tx.select().from(decision).where(eq(decision.versionId, versionId)));

test(`two contacts who press at once ${rounds(200)} times make one decision each time, and the other is told`, async () => {
  for (let round = 0; round < rounds(200); round++) {
    const { versionId } = await addDrawn(office, number, { title: `Round ${round}` });
    const { version } = await ask(office, versionId, people);
    const presses = [0, 1, 0, 1, 0, 1].map((who) =>
      decide(people[who] as ContactContext, versionId, version, who === 0 ? "approved" : "changes"),
    );
    const answers = await Promise.allSettled(presses);
    const made = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const told = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(made).toHaveLength(3);
    expect(made.filter((one) => !one.wasThere)).toHaveLength(1);
    expect(told.every((one) => one instanceof Refusal && one.code === "stale")).toBe(true);
    const [kept, ...more] = await decisionsOn(versionId);
    expect(more).toEqual([]);
    expect((await versionRow(office, versionId)).state).toBe(kept?.verdict);
  }
});

test(`SECURITY 16: a new version and an approval of the old one, at once ${rounds(200)} times: never an approval after`, async () => {
  for (let round = 0; round < rounds(200); round++) {
    const { versionId, proofId } = await addDrawn(office, number, { title: `Race ${round}` });
    const { version } = await ask(office, versionId, people);
    const { id: fileId } = await upload(office, await freshPicture(), "next.png", number);
    const [pressed] = await Promise.allSettled([
      decide(people[0] as ContactContext, versionId, version, "approved"),
      addProofVersion(office, newProofVersionInput.parse({ number, proofId, fileId })),
    ]);
    expect(await versionRow(office, versionId)).toMatchObject({ state: "superseded" });
    expect(await decisionsOn(versionId)).toHaveLength(pressed.status === "fulfilled" ? 1 : 0);
    if (pressed.status === "rejected") expect(pressed.reason).toMatchObject({ code: "gone" });
    expect(["draft", "changes"]).toContain(await proofStateOf(office, jobId));
  }
});
