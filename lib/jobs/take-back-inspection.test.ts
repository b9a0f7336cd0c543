import { expect, test } from "vitest";
import { castOf, stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { createJob } from "./create-job";
import { getJob } from "./get-job";
import { newJobInput } from "./input";
import { recordInspection } from "./record-inspection";
import { takeBackInspection } from "./take-back-inspection";

const { inRolledBack } = testDatabase();

test("a verdict is taken back by who gave it, and what stood before it stands again", () =>
  inRolledBack(async (tx) => {
    const { office, painter } = await castOf(tx);
    const { id } = await stageNamed(office, "QC");
    const { number } = await createJob(
      office,
      newJobInput.parse({ newCustomer: { name: "Acme" }, parts: [{ description: "Gate" }], stageId: id }),
    );
    const inspect = (isPass: boolean, note = "") => recordInspection(painter, { number, isPass, note });
    await inspect(true);
    const passed = await getJob(office, number);
    expect(passed).toMatchObject({ inspection: { isPass: true, by: "Pia Painter" } });
    expect(passed.passedAt).not.toBeNull();
    await inspect(false, "Thin corner");
    expect(await getJob(office, number)).toMatchObject({
      passedAt: null,
      inspection: { isPass: false, note: "Thin corner" },
    });
    await expect(takeBackInspection(office, { number })).rejects.toMatchObject({ code: "conflict" });
    await takeBackInspection(painter, { number });
    expect(await getJob(office, number)).toMatchObject({ passedAt: passed.passedAt, inspection: null });
    await expect(takeBackInspection(painter, { number })).rejects.toMatchObject({ code: "conflict" });
  }));
