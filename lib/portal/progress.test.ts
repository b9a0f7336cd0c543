import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultStages, stageKinds } from "@/db/vocabulary";
import { progressOf, type ShownStage } from "./progress";

const usual: ShownStage[] = defaultStages.map((one, index) => ({
  ...one,
  id: one.name,
  customerName: "",
  position: index + 1,
  isShownToCustomer: true,
}));
const named = (changes: Record<string, Partial<ShownStage>>) =>
  usual.map((one) => ({ ...one, ...changes[one.name] }));
const namesOf = (stages: ShownStage[], at: string) => progressOf(stages, at)?.steps.map((one) => one.name);

test("shows the shop's stages in their order, and where the job stands", () => {
  const shown = progressOf(usual, "Coating");
  expect(shown?.steps.map((one) => one.name)).toEqual([
    "Received",
    "Prep",
    "Masking",
    "Coating",
    "Curing",
    "QC",
    "Ready",
    "Delivered",
  ]);
  expect(shown?.steps[shown.at]?.name).toBe("Coating");
});

test("a hidden stage is told as the shown one before it, and never by its name", () => {
  const stages = named({ Masking: { isShownToCustomer: false }, QC: { isShownToCustomer: false } });
  const shown = progressOf(stages, "QC");
  expect(shown?.steps[shown.at]?.name).toBe("Curing");
  expect(JSON.stringify(shown)).not.toMatch(/QC|Masking/);
});

test("a job in a hidden stage before every shown one stands in the first", () => {
  expect(progressOf(named({ Received: { isShownToCustomer: false } }), "Received")?.at).toBe(0);
});

test("neighbours under one name for customers are one step", () => {
  const stages = named({
    Prep: { customerName: "Being prepared" },
    Masking: { customerName: "Being prepared" },
  });
  const shown = progressOf(stages, "Masking");
  expect(shown?.steps.map((one) => one.name).filter((one) => one === "Being prepared")).toHaveLength(1);
  expect(shown?.steps[shown.at]?.name).toBe("Being prepared");
});

test("Quoted is a step only for a job that still is", () => {
  expect(namesOf(usual, "Quoted")?.[0]).toBe("Quoted");
  expect(namesOf(usual, "Prep")?.[0]).toBe("Received");
});

test("a cancelled job has no progress", () => {
  const stages = [
    ...usual,
    { ...(usual[0] as ShownStage), id: "Off", kind: "cancelled" as const, position: 20 },
  ];
  expect(progressOf(stages, "Off")).toBeNull();
});

test("whatever is shown or hidden, a job stands in one of the steps, and moving on never goes back", () => {
  const stage = fc.record({
    name: fc.constantFrom("A", "B", "C"),
    customerName: fc.constantFrom("", "D", "E"),
    kind: fc.constantFrom(...stageKinds.filter((one) => one !== "cancelled" && one !== "quoted")),
    isShownToCustomer: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(stage, { minLength: 1, maxLength: 9 }), (made) => {
      const stages = made.map((one, index) => ({ ...one, id: String(index), position: index }));
      const places = stages.map(
        (one) => progressOf(stages, one.id) as NonNullable<ReturnType<typeof progressOf>>,
      );
      for (const { at, steps } of places) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(Math.max(1, steps.length));
      }
      const order = places.map((one) => one.at);
      expect(order).toEqual([...order].sort((one, other) => one - other));
    }),
    { numRuns: 1000 },
  );
});
