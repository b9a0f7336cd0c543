import { expect, test } from "vitest";
import { groupCoats, type JobCoat, type JobDraw, leftToDrawMg } from "./job-powder";

const coat = (id: string, part: string, more: Partial<JobCoat> = {}): JobCoat => ({
  ...{ id, part, role: "top", code: "", name: "White", hex: "", gloss: null, texture: null },
  ...{ powderId: "white", needMg: 1000, lacks: [], filmUm: 64, transferPercent: 60 },
  ...{ drawnMg: 0, heldMg: 0, isShort: false, ...more },
});
const draw = (coatId: string | null, drawnMg: number, more: Partial<JobDraw> = {}): JobDraw => ({
  ...{ lotId: `lot of ${coatId}`, coatId, lot: "L1", powderId: "white", powder: "White", boxMg: null },
  ...{ drawnMg, returnedMg: 0, ...more },
});

test("weighs alike coats of several parts together, with what was drawn for one of them and for the job", () => {
  const coats = [
    coat("a", "Gate"),
    coat("p", "Gate", { role: "primer", powderId: "zinc" }),
    coat("b", "Rail"),
  ];
  const draws = [draw("b", 300), draw(null, 500, { returnedMg: 100 }), draw(null, 70, { powderId: "red" })];
  const { groups, rest } = groupCoats({ coats, draws });
  expect(groups.map((group) => [group.coats.map((one) => one.id), group.needMg])).toEqual([
    [["a", "b"], 2000],
    [["p"], 1000],
  ]);
  expect(groups.map(leftToDrawMg)).toEqual([1300, 1000]);
  expect(rest).toEqual([draws[2]]);
});

test("counts what was drawn for the job once, though two layers are of one powder", () => {
  const coats = [coat("a", "Gate", { role: "base" }), coat("b", "Gate")];
  const { groups, rest } = groupCoats({ coats, draws: [draw(null, 400)] });
  expect(groups.map(leftToDrawMg)).toEqual([600, 1000]);
  expect(rest).toEqual([]);
});

test("says of coats whose need is known in part that it is more than that, and of none nothing", () => {
  const known = groupCoats({ coats: [coat("a", "Gate"), coat("b", "Rail", { needMg: null })], draws: [] });
  expect(known.groups[0]).toMatchObject({ needMg: 1000, isNeedWhole: false });
  const none = groupCoats({ coats: [coat("a", "Gate", { needMg: null })], draws: [draw("a", 10)] });
  expect(none.groups[0]).toMatchObject({ needMg: null });
  expect(none.groups.map(leftToDrawMg)).toEqual([0]);
});
