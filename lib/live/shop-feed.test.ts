import { expect, test } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { editCustomer } from "../customers/edit-customer";
import { Refusal } from "../errors";
import { createJob } from "../jobs/create-job";
import { moveJobInput, newJobInput } from "../jobs/input";
import { moveJob } from "../jobs/move-job";
import { createPowder } from "../powders/create-powder";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import { recordUsage } from "../powders/record-usage";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { rounds } from "../testing/rounds";
import type { Card, LiveMessage } from "./card";
import { readCards, readStages } from "./read-cards";
import { ShopFeed } from "./shop-feed";

testDatabase();

const clients = 32;
const movesEach = rounds(500);

const byNumber = (cards: Card[]) => [...cards].sort((one, other) => one.number - other.number);

async function takeIn(ctx: MemberContext, count: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let made = 0; made < count; made++) {
    const input = newJobInput.parse({
      newCustomer: { name: `Customer ${made}` },
      parts: [
        {
          description: "gate",
          quantity: 2,
          areaEachCm2: 1000.5,
          coats: [{ system: "ral", code: "RAL 9016", name: "Traffic white", hex: "#f6f6f6" }],
        },
        { description: "rail" },
      ],
    });
    numbers.push((await createJob(ctx, input)).number);
  }
  return numbers;
}

async function fromDatabase(ctx: MemberContext): Promise<Card[]> {
  return byNumber(await inTransaction({ ...ctx, now: new Date() }, (work) => readCards(work)));
}

/** A screen: what somebody has who read the board once and then only listened. */
class Screen {
  cards: Map<string, Card>;
  constructor(feed: ShopFeed) {
    this.cards = new Map(feed.board().cards.map((card) => [card.id, card]));
    feed.listen((message) => this.apply(message));
  }
  apply(message: LiveMessage): void {
    for (const id of message.gone) this.cards.delete(id);
    for (const card of message.cards) this.cards.set(card.id, card);
  }
}

test("32 people moving the same cards: none lost, none doubled, every stale move told, and every screen true", async () => {
  const { coater, office } = await openRealShop();
  const numbers = await takeIn(office, 12);
  const stages = (await inTransaction(office, readStages)).filter((stage) => stage.kind === "working");
  const feed = await ShopFeed.open(office.shop.id);
  const screen = new Screen(feed);
  const seen = new Map(feed.board().cards.map((card) => [card.number, card]));
  const told = { moved: 0, stale: 0, other: [] as unknown[] };

  const client = async (seed: number) => {
    for (let turn = 0; turn < movesEach; turn++) {
      const pick = (seed * 7919 + turn * 104729) >>> 0;
      const number = numbers[pick % numbers.length] as number;
      const card = seen.get(number) as Card;
      const to = stages[pick % stages.length]?.id as string;
      const afterNumber = turn % 3 === 0 ? null : numbers[(pick + 5) % numbers.length];
      try {
        const moved = await moveJob(
          { ...coater, now: new Date() },
          moveJobInput.parse({
            number,
            fromStageId: card.stageId,
            toStageId: to,
            placement: card.placement,
            afterNumber,
          }),
        );
        told.moved += 1;
        const known = seen.get(number) as Card;
        if (known.placement < moved.placement) seen.set(number, { ...known, ...moved });
      } catch (error) {
        if (error instanceof Refusal && error.code === "stale") {
          told.stale += 1;
          const known = seen.get(number) as Card;
          const truth = error.detail as unknown as Card;
          if (known.placement < truth.placement) seen.set(number, { ...known, ...truth });
        } else told.other.push(error);
      }
      if (turn % 5 === 0) await feed.wake();
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, seed) => client(seed)));
  await feed.wake();

  const truth = await fromDatabase(office);
  expect(told.other).toEqual([]);
  expect(told.moved + told.stale).toBe(clients * movesEach);
  expect(truth.map((card) => card.number)).toEqual(numbers);
  expect(truth.reduce((sum, card) => sum + card.placement - 1, 0)).toBe(told.moved);
  expect(new Set(truth.map((card) => `${card.stageId} ${card.rank}`)).size).toBe(numbers.length);
  expect(byNumber(feed.board().cards)).toEqual(truth);
  expect(byNumber([...screen.cards.values()])).toEqual(truth);
}, 600_000);

test("a customer's new name is on all of their cards", async () => {
  const { office } = await openRealShop();
  await takeIn(office, 2);
  const feed = await ShopFeed.open(office.shop.id);
  const screen = new Screen(feed);
  const [card] = feed.board().cards;
  const { id, name } = card?.customer as Card["customer"];
  await editCustomer(office, { id, changes: { name: "Acme Gates" }, was: { name } });
  await feed.wake();
  expect([...screen.cards.values()].filter((one) => one.customer.name === "Acme Gates")).toHaveLength(1);
  expect(byNumber([...screen.cards.values()])).toEqual(await fromDatabase(office));
});

test("every card of a powder says when the shelf no longer holds enough for it, and when it does again", async () => {
  const { office, coater } = await openRealShop();
  const powder = await createPowder(
    office,
    powderInput.parse({ maker: "Tiger", code: "29/1", name: "White", specificGravity: 1.5 }),
  );
  const coats = [{ system: "powder", powderId: powder.id, name: "White" }];
  const parts = [{ description: "gate", quantity: 48, areaEachCm2: 929.0304, coats }];
  const takeIn = () => createJob(office, newJobInput.parse({ newCustomer: { name: "Acme" }, parts }));
  const first = await takeIn();
  const feed = await ShopFeed.open(office.shop.id);
  const screen = new Screen(feed);
  const seen = feed.seq;
  const second = await takeIn();
  await feed.wake();
  const flags = () => byNumber([...screen.cards.values()]).map((card) => card.isShort);
  expect(flags()).toEqual([true, true]);

  const two = receiveLotInput.parse({ powderId: powder.id, quantity: 2, unit: "lb" });
  const lot = await receiveLot(office, two);
  await feed.wake();
  expect(flags()).toEqual([false, false]);
  const told = await feed.since(seen);
  expect(told.cards.map((card) => card.isShort)).toEqual([false, false]);

  await recordUsage(coater, { lotId: lot.id, jobNumber: first.number, quantity: 1.5, unit: "lb" });
  await feed.wake();
  expect(flags()).toEqual([false, true]);
  await recordUsage(coater, { lotId: lot.id, jobNumber: second.number, quantity: 0.5, unit: "lb" });
  await feed.wake();
  expect(flags()).toEqual([false, true]);
  expect(byNumber([...screen.cards.values()])).toEqual(await fromDatabase(office));
  expect(byNumber(feed.board().cards)).toEqual(await fromDatabase(office));
});

test("somebody who was away is told everything since, and asked to read again when it is too much", async () => {
  const { office } = await openRealShop();
  const feed = await ShopFeed.open(office.shop.id);
  const left = feed.seq;
  await takeIn(office, 3);
  await feed.wake();
  const missed = await feed.since(left);
  expect(missed.cards).toHaveLength(3);
  expect(missed.seq).toBe(feed.seq);
  expect(missed.events.map((one) => one.kind)).toContain("job.created");
  expect((await feed.since(feed.seq + 1)).reset).toBe(true);
});

test("SECURITY 14: a card and the stream carry no price, cost or note", async () => {
  const { office } = await openRealShop();
  const feed = await ShopFeed.open(office.shop.id);
  const left = feed.seq;
  const input = newJobInput.parse({
    newCustomer: { name: "Acme" },
    notes: "secret-note",
    priceCents: 987_654_321,
    parts: [{ description: "gate", priceCents: 123_456_789 }],
  });
  await createJob(office, input);
  await feed.wake();
  const all = JSON.stringify([feed.board(), await feed.since(left)]);
  expect(all).not.toMatch(/987654321|123456789|secret-note|price|cost/i);
});
