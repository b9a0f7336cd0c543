import { expect, test } from "vitest";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { takeExport } from "./take-export";
import { takeSearch } from "./take-search";
import { takeUpload } from "./take-upload";

const { inRolledBack } = testDatabase();

test("refuses a list as a file to who may not export", () =>
  inRolledBack(async (tx) => {
    const { painter } = await castOf(tx);
    await expect(takeExport(painter)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("SECURITY 23: refuses the eleventh export of a member within a minute, and says how long to wait", () =>
  inRolledBack(async (tx) => {
    const { office, owner } = await castOf(tx);
    for (let i = 0; i < 10; i += 1) await takeExport(office);
    await expect(takeExport(office)).rejects.toMatchObject({
      code: "too-many",
      detail: { retryAfterSeconds: expect.any(Number) },
    });
    await takeExport(owner);
  }));

test("SECURITY 23: refuses a search that asks faster than anyone types", () =>
  inRolledBack(async (tx) => {
    const { painter } = await castOf(tx);
    await Promise.all(Array.from({ length: 240 }, () => takeSearch(painter)));
    await expect(takeSearch(painter)).rejects.toMatchObject({ code: "too-many" });
  }));

test("SECURITY 23: refuses the five hundred and first upload of a member within ten minutes, and no one else's", () =>
  inRolledBack(async (tx) => {
    const { painter, office } = await castOf(tx);
    for (let i = 0; i < 500; i += 1) await takeUpload(painter);
    await expect(takeUpload(painter)).rejects.toMatchObject({
      code: "too-many",
      detail: { retryAfterSeconds: expect.any(Number) },
    });
    await takeUpload(office);
  }));
