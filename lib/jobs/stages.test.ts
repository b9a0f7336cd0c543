import fc from "fast-check";
import { expect, test } from "vitest";
import { jobProofStates, stageKinds } from "@/db/vocabulary";
import { propertyRuns } from "../testing/rounds";
import { lacksOf, needsProof, refuseMove } from "./stages";

const placed = fc.record({
  position: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom(...stageKinds),
  requiresProof: fc.boolean(),
});
const board = fc.uniqueArray(placed, { selector: (one) => one.position, minLength: 2, maxLength: 9 });

test("a stage that asks for a proof is asked for on every way that leads into or past it, and on none back", () => {
  fc.assert(
    fc.property(board, fc.nat(8), fc.nat(8), (stages, one, other) => {
      const sorted = stages.toSorted((left, right) => left.position - right.position);
      const from = sorted[one % sorted.length] as (typeof sorted)[number];
      const to = sorted[other % sorted.length] as (typeof sorted)[number];
      const between = sorted.slice(sorted.indexOf(from) + 1, sorted.indexOf(to) + 1);
      const entered = from.kind === "cancelled" ? sorted.slice(0, sorted.indexOf(to) + 1) : between;
      const asks = entered.some((stage) => stage.requiresProof && stage.kind !== "cancelled");
      expect(needsProof(stages, from, to)).toBe(to.kind !== "cancelled" && asks);
    }),
    propertyRuns,
  );
});

test("nothing goes on without what it lacks but by a manager's reason, and nothing else is held up", () => {
  const facts = fc.record({
    to: fc.constantFrom(...stageKinds),
    hasPassed: fc.boolean(),
    inspects: fc.boolean(),
    needsProof: fc.boolean(),
    proofState: fc.constantFrom(...jobProofStates),
  });
  const override = fc.record({
    mayOverride: fc.boolean(),
    overrideReason: fc.option(fc.constantFrom("", "waived"), { nil: undefined }),
  });
  fc.assert(
    fc.property(facts, override, (of, by) => {
      const isHeld = lacksOf(of).length > 0 && !(by.mayOverride && by.overrideReason);
      expect(refuseMove(of, by) !== null).toBe(isHeld);
      expect(lacksOf(of).includes("proof")).toBe(of.needsProof && of.proofState !== "approved");
    }),
    propertyRuns,
  );
});

test("says what is lacking and the way on", () => {
  const facts = { to: "working", hasPassed: false, inspects: true, needsProof: true } as const;
  expect(refuseMove({ ...facts, proofState: "" }, { mayOverride: false })).toBe(
    "It has no proof that its customer approved. Add one and have it approved first, or ask a manager to override.",
  );
  expect(refuseMove({ ...facts, proofState: "waiting" }, { mayOverride: true })).toBe(
    "Its proof waits for the customer's answer. Wait for the approval, or give a reason to override.",
  );
});
