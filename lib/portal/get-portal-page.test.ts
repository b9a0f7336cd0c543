import { expect, test } from "vitest";
import { inTransaction, readTogether } from "../context";
import { testDatabase } from "../testing/database";
import { playOneProof } from "../testing/one-proof";
import { getHomePage, getJobPage } from "./get-portal-page";
import { portalJobsInput } from "./input";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);

test(
  "SECURITY 23: a contact searches sixty times a minute, and sees their jobs after that",
  play(async ({ dana }) => {
    const look = portalJobsInput.parse({ q: "gate" });
    for (let n = 0; n < 60; n += 1) await getHomePage(dana, look);
    await expect(getHomePage(dana, look)).rejects.toMatchObject({ code: "too-many" });
    expect((await getHomePage(dana, portalJobsInput.parse({}))).jobs.total).toBe(1);
  }),
);

test(
  "refuses a page for a number that is nobody's after every read of it has come back",
  play(async ({ dana }) => {
    await expect(getJobPage(dana, 9_999_999)).rejects.toMatchObject({ code: "not-found" });
    await inTransaction(dana, async () => {
      let isBack = false;
      const late = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => {
        isBack = true;
      });
      await expect(readTogether([Promise.reject(new Error("no")), late])).rejects.toThrow("no");
      expect(isBack).toBe(true);
    });
  }),
);
