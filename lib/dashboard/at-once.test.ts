import { expect, test } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { editJob } from "../jobs/edit-job";
import { testDatabase } from "../testing/database";
import { moveTo, takeInAt } from "../testing/numbers";
import { openRealShop } from "../testing/real-shop";
import { rounds } from "../testing/rounds";
import { foldFacts } from "./fold-facts";
import { readPeriod } from "./period";
import { readTotals } from "./read-totals";
import { verifyFacts } from "./verify-facts";

testDatabase();

const lanes = 16;
const turns = rounds(400, 12);

const today = (ctx: MemberContext) => ({ ...ctx, now: new Date() });
const refusedIsFine = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
};

test("many who deliver, reopen and reprice at once, while totals are folded, wait for no total and lose no cent", async () => {
  const { manager } = await openRealShop();
  const numbers: number[] = [];
  for (let n = 0; n < lanes; n++) numbers.push(await takeInAt(manager, "Received", { priceCents: 1_000 }));
  let isOver = false;
  const fold = async () => {
    while (!isOver) await foldFacts(manager);
  };
  const lane = async (place: number) => {
    for (let turn = 0; turn < turns; turn++) {
      const number = numbers[(place + turn * 7) % lanes] as number;
      const stage = turn % 2 === 0 ? "Delivered" : "Coating";
      await moveTo(today(manager), number, stage).catch(refusedIsFine);
      const changes = { priceCents: 1_000 + place * 10 + turn };
      await editJob(today(manager), { number, changes, was: {} }).catch(refusedIsFine);
    }
  };
  const folding = fold();
  await Promise.all(numbers.map((_, place) => lane(place)));
  isOver = true;
  await folding;
  expect((await verifyFacts(manager)).faults).toEqual([]);
  const day = new Date().toISOString().slice(0, 10);
  const read = () =>
    inTransaction(manager, (work) => readTotals(work, readPeriod({ period: "this-year" }, day)));
  const before = await read();
  await foldFacts(manager);
  expect(await read()).toEqual(before);
});
