import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { job, stage } from "@/db/schema/jobs";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { moveJobInput, newJobInput } from "../jobs/input";
import { moveJob } from "../jobs/move-job";
import { stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import { addDrawn, ask, playOneProof } from "../testing/one-proof";
import { decideProof } from "./decide-proof";
import { decideProofInput } from "./input";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);

async function move(ctx: MemberContext, number: number, to: string, more: object = {}) {
  const [now] = await inTransaction(ctx, ({ tx }) => tx.select().from(job).where(eq(job.number, number)));
  const toStageId = (await stageNamed(ctx, to)).id;
  return moveJob(
    ctx,
    moveJobInput.parse({ number, fromStageId: now?.stageId, toStageId, placement: now?.placement, ...more }),
  );
}
const askProofIn = (ctx: MemberContext, name: string) =>
  inTransaction(ctx, ({ tx }) => tx.update(stage).set({ requiresProof: true }).where(eq(stage.name, name)));

test(
  "SECURITY 16: a stage that asks for a proof is not entered, nor leapt over, before the customer approved",
  play(async ({ cast: { painter }, office, number, dana, proofId, versionId }) => {
    await askProofIn(office, "Coating");
    await move(painter, number, "Masking");
    for (const to of ["Coating", "Curing", "QC"]) {
      await expect(move(painter, number, to)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("Its proof is not approved yet."),
        detail: { mayOverride: false },
      });
    }
    const { version } = await ask(office, versionId, [dana]);
    await expect(move(painter, number, "Coating")).rejects.toMatchObject({
      message: expect.stringContaining("waits for the customer's answer"),
    });
    const input = decideProofInput.parse({ versionId, version, verdict: "approved" });
    await decideProof(dana, input, { address: "", device: "" });
    await move(painter, number, "Coating");
    await addDrawn(office, number, { proofId });
    await move(painter, number, "Curing");
    await move(painter, number, "Prep");
    await expect(move(painter, number, "Coating")).rejects.toMatchObject({ code: "conflict" });
  }),
);

test(
  "a manager overrides it with a reason, which is told; nobody else does",
  play(async ({ cast: { painter, manager }, office, number }) => {
    await askProofIn(office, "Coating");
    const because = { overrideReason: "Same colour as last year" };
    await expect(move(painter, number, "Coating", because)).rejects.toMatchObject({ code: "conflict" });
    await expect(move(manager, number, "Coating")).rejects.toMatchObject({ detail: { mayOverride: true } });
    await move(manager, number, "Coating", because);
    expect((await lastEvent(office))?.after).toMatchObject({ ...because, lacks: ["proof"] });
  }),
);

test(
  "a new job starts where work is taken in, whatever is asked of it there, and not beyond a stage that asks",
  play(async ({ office }) => {
    await askProofIn(office, "Received");
    const takeIn = async (name: string) =>
      createJob(
        office,
        newJobInput.parse({
          newCustomer: { name: "Acme" },
          stageId: (await stageNamed(office, name)).id,
          parts: [{ description: "Gate" }],
        }),
      );
    await takeIn("Received");
    await expect(takeIn("Coating")).rejects.toMatchObject({
      code: "conflict",
      message: "A new job cannot start in Coating: it has no approved proof yet.",
    });
  }),
);
