import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eventWords } from "./event-words";
import { stripPrices } from "./strip-prices";

const speech = { locale: "en-US", currency: "USD", units: "imperial" } as const;
const say = (kind: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null) =>
  eventWords({ kind, actorId: "me", before, after }, speech);

test("tells what happened in the shop's own words", () => {
  expect(say("job.moved", { stageId: "1", stage: "Coating" }, { stageId: "2", stage: "Curing" })).toBe(
    "moved it from Coating to Curing",
  );
  expect(
    say(
      "job.moved",
      { stageId: "1", stage: "QC" },
      { stageId: "2", stage: "Ready", overrideReason: "waits" },
    ),
  ).toBe("moved it from QC to Ready without a pass: “waits”");
  expect(say("job.edited", { dueOn: "2026-03-12" }, { dueOn: "2026-03-14" })).toBe(
    "changed the due date from Mar 12, 2026 to Mar 14, 2026",
  );
  expect(say("job.edited", { dueOn: "2026-03-12", poNumber: "" }, { dueOn: null, poNumber: "0042" })).toBe(
    "cleared the due date; set the PO number to 0042",
  );
  expect(say("job.assigned", null, { memberId: "me", member: "Pia" })).toBe("took it on");
  expect(say("job.assigned", null, { memberId: "you", member: "Ana" })).toBe("assigned Ana");
  expect(say("part.edited", { part: "Gate", quantity: 2 }, { quantity: 3 })).toBe(
    "changed the quantity from 2 to 3 (Gate)",
  );
  expect(say("part.finished", { part: "Gate", coats: [] }, { coats: ["Primer Zinc", "RAL 9016"] })).toBe(
    "chose Primer Zinc + RAL 9016 for Gate",
  );
  expect(say("job.delayed", {}, { dueOn: "2026-03-14", statusNote: "The oven is down." })).toBe(
    "put it off to Mar 14, 2026: “The oven is down.”",
  );
  expect(say("message.sent", null, { to: "ana@example.com", subject: "Ready" })).toBe(
    "e-mailed ana@example.com: “Ready”",
  );
  expect(say("movement.reversed", null, { quantity: 2, unit: "lb", lot: "L7", reason: "Wrong lot" })).toBe(
    "took back 2 lb of powder of lot L7: “Wrong lot”",
  );
  expect(say("thing.un-known", null, {})).toBe("thing un known");
});

test("tells of proofs: who was asked, who decided what on which version, and what went on without one", () => {
  const of = { proof: "Colour sample", version: 2 };
  expect(say("proof.added", null, { proof: "Colour sample", version: 1 })).toBe(
    "added the proof Colour sample",
  );
  expect(say("proof.added", null, of)).toBe("added version 2 of Colour sample");
  expect(say("proof.asked", null, { ...of, contacts: ["Dana", "Dean"], dueOn: "2026-03-09" })).toBe(
    "asked Dana and Dean about Colour sample, version 2, due Mar 9, 2026",
  );
  expect(say("proof.asked", null, { ...of, contacts: [] })).toBe(
    "changed what is asked about Colour sample, version 2",
  );
  expect(say("proof.decided", null, { ...of, verdict: "changes", reason: "Darker", contact: "Dana" })).toBe(
    "asked for changes to Colour sample, version 2: “Darker”",
  );
  expect(say("proof.decided", null, { ...of, verdict: "approved", contact: "Dana", knownBy: "member" })).toBe(
    "recorded that Dana approved Colour sample, version 2",
  );
  expect(say("comment.added", null, { ...of, to: "Dana" })).toBe("answered Dana on Colour sample, version 2");
  const moved = { stageId: "2", stage: "Coating", overrideReason: "Known colour", lacks: ["proof"] };
  expect(say("job.moved", { stageId: "1", stage: "Prep" }, moved)).toBe(
    "moved it from Prep to Coating without an approved proof: “Known colour”",
  );
});

test("SECURITY 14: whoever may not see prices reads that one changed, and neither amount", () => {
  const before = { priceCents: 100_00, dueOn: null };
  const after = { priceCents: 225_50, dueOn: "2026-03-14" };
  expect(say("job.edited", before, after)).toContain("$225.50");
  const told = say("job.edited", stripPrices(before), stripPrices(after));
  expect(told).toBe("set the due date to Mar 14, 2026");
  expect(say("job.edited", stripPrices({ priceCents: 1 }), stripPrices({ priceCents: 2 }))).toBe(
    "changed the price",
  );
  const deep = {
    part: "Gate",
    substrate: "steel",
    lines: [{ priceCents: 5, costCents: 4, note: "x" }],
    price: 9,
  };
  expect(stripPrices(deep)).toEqual({ part: "Gate", substrate: "steel", lines: [{ note: "x" }] });
});

test("tells of the shop itself: its people, stages, powder and imports", () => {
  expect(say("member.joined", null, { name: "Pia", role: "coater" })).toBe("added Pia as coater");
  expect(say("stage.changed", { name: "QC" }, { name: "Inspection" })).toBe(
    "renamed the stage QC to Inspection",
  );
  expect(say("stage.changed", { wipLimit: 3 }, { wipLimit: null })).toBe("changed a stage");
  expect(
    say("lot.received", null, { powder: "Halden H-3004S Purple red", lot: "L7", quantity: 25, unit: "lb" }),
  ).toBe("received 25 lb of Halden H-3004S Purple red, lot L7");
  expect(say("import.begun", null, { file: "jobs.csv", rows: 12 })).toBe(
    "began to bring jobs.csv in: 12 rows",
  );
});

test("every kind of event that is recorded has words of its own", () => {
  const recorded = globSync(["lib/**/*.ts", "db/seed/*.ts"])
    .filter((path) => !path.includes(".test.") && !path.includes("testing"))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/\bkind: "([a-z]+\.[a-z-]+)"/g)])
    .map(([, kind = ""]) => kind);
  expect(recorded.length).toBeGreaterThan(50);
  expect(
    [...new Set(recorded)].filter(
      (kind) => say(kind, {}, { dueOn: "2026-03-09" }) === kind.replaceAll(/[.-]/g, " "),
    ),
  ).toEqual([]);
});
