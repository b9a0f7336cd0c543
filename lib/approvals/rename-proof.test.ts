import { expect, test } from "vitest";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import { ask, playOneProof } from "../testing/one-proof";
import { decideProof } from "./decide-proof";
import { getProof } from "./get-proof";
import { decideProofInput, renameProofInput } from "./input";
import { renameProof } from "./rename-proof";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);

test(
  "a proof gets another title until somebody decided on it",
  play(async ({ office, cast, dana, proofId, versionId }) => {
    const input = renameProofInput.parse({ proofId, title: "  Front gate, left wing " });
    await expect(renameProof(cast.painter, input)).rejects.toMatchObject({ code: "forbidden" });
    const { title: before } = await getProof(office, proofId);
    await renameProof(office, input);
    expect((await getProof(office, proofId)).title).toBe("Front gate, left wing");
    expect(await lastEvent(office)).toMatchObject({
      kind: "proof.renamed",
      before: { proof: before },
      after: { proof: "Front gate, left wing", proofId, version: 1 },
    });
    const { version } = await ask(office, versionId, [dana]);
    const yes = decideProofInput.parse({ versionId, version, verdict: "approved", reason: "" });
    await decideProof(dana, yes, { address: "", device: "" });
    await expect(renameProof(office, { proofId, title: "Back gate" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(renameProofInput.safeParse({ proofId, title: " " }).success).toBe(false);
  }),
);
