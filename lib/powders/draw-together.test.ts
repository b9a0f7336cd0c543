import { expect, test } from "vitest";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { createPowder } from "./create-powder";
import { findPowder } from "./get-powder";
import { powderInput, receiveLotInput } from "./input";
import { receiveLot } from "./receive-lot";
import { recordUsage } from "./record-usage";
import { reverseMovement } from "./reverse-movement";

testDatabase();

async function tenPounds() {
  const { office, coater } = await openRealShop();
  const input = powderInput.parse({ maker: "Tiger", code: "29/10002", name: "Traffic white" });
  const powder = await createPowder(office, input);
  const lot = await receiveLot(
    office,
    receiveLotInput.parse({ powderId: powder.id, quantity: 10, unit: "lb" }),
  );
  const acme = await createCustomer(office, customerInput.parse({ name: "Acme" }));
  const gate = newJobInput.parse({ customerId: acme.id, parts: [{ description: "Gate" }] });
  const { number } = await createJob(office, gate);
  const pound = { lotId: lot.id, jobNumber: number, quantity: 1, unit: "lb" as const };
  const onHand = async () =>
    (await findPowder(office, { id: powder.id, isWithEmpty: true }))?.lots[0]?.onHandMg;
  return { office, coater, pound, onHand };
}

test("lets ten of twenty hands that reach at once each draw one of ten pounds", async () => {
  const { coater, pound, onHand } = await tenPounds();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => recordUsage(coater, pound)));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(10);
  expect(tries.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  expect(await onHand()).toBe(0);
});

test("takes a line back once though eight ask at once", async () => {
  const { office, pound, onHand } = await tenPounds();
  const { id } = await recordUsage(office, pound);
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => reverseMovement(office, { id, reason: "slip" })),
  );
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await onHand()).toBe(4_535_924);
});
