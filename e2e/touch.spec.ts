import { type BrowserContext, type CDPSession, expect, type Page, test } from "@playwright/test";
import { Actor } from "./actor";
import { database, openShop } from "./world";

const sql = database();
let owner: Actor;
let context: BrowserContext;
let page: Page;
let hand: CDPSession;

test.beforeAll(async () => {
  owner = await openShop();
});

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  await context.addCookies(owner.browserCookies());
  page = await context.newPage();
  hand = await context.newCDPSession(page);
});

test.afterEach(() => context.close());
test.afterAll(() => sql.end());

test("a long press takes a card up, and the bar of columns takes it in", async () => {
  const [number] = await openBoardOf("Long Press Railings", 1);
  const masking = bar().getByRole("button", { name: /^Masking/ });
  await takeUp(number);
  await carryTo(await middleOf(masking));
  await expect(masking).toHaveAttribute("data-target", "true");
  await letGo();
  await expect.poll(() => placeOf(number)).toEqual({ stage: "Masking", placement: 2 });
  await masking.tap();
  await expect(column("Masking").locator(card(number))).toBeInViewport({ ratio: 1 });
});

test("on a tablet a long press carries a card to the next column", async () => {
  await page.setViewportSize({ width: 820, height: 1180 });
  const [number] = await openBoardOf("Tablet Railings", 1);
  await takeUp(number);
  await carryTo(await middleOf(column("Prep")));
  await expect(column("Prep")).toHaveAttribute("data-target", "true");
  await letGo();
  await expect(column("Prep").locator(card(number))).toBeVisible();
  await expect.poll(() => placeOf(number)).toEqual({ stage: "Prep", placement: 2 });
});

test("a long press carries a card down its own column to where the line is", async () => {
  const numbers = await openBoardOf("Order Railings", 3);
  const cards = column("Received").locator("[data-number]");
  const shown = () =>
    cards.evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset.number)));
  await expect(cards).toHaveCount(3);
  const [first, second, third] = (await shown()) as [number, number, number];
  await takeUp(first);
  const { x, y } = await middleOf(page.locator(card(second)));
  await carryTo({ x, y: y + 50 });
  await letGo();
  await expect.poll(shown).toEqual([second, first, third]);
  await expect.poll(() => orderOf(numbers)).toEqual([second, first, third]);
});

test("a quick swipe scrolls the cards or the columns, and takes none up", async () => {
  const numbers = await openBoardOf("Swipe Railings", 12);
  const taken = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const look = (changes: MutationRecord[]) =>
      changes.forEach(({ target }) => {
        if (target instanceof HTMLElement && target.dataset.lifted === "true") seen.push(target.innerText);
      });
    new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: ["data-lifted"] });
    return seen;
  });
  const list = column("Received").getByRole("list");
  await swipe(await middleOf(list), { x: 0, y: -250 });
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
  await swipe({ ...(await middleOf(list)), x: 340 }, { x: -300, y: 0 });
  await expect(column("Received")).not.toBeInViewport({ ratio: 0.5 });
  expect(await taken.jsonValue()).toEqual([]);
  for (const number of numbers) expect(await placeOf(number)).toEqual({ stage: "Received", placement: 1 });
});

test("on a phone one taps to a column, moves a card by its menu, takes that back, and opens it", async () => {
  const [number] = await openBoardOf("Phone Railings", 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await bar().getByRole("button", { name: /^QC/ }).tap();
  await expect(column("QC")).toBeInViewport({ ratio: 0.9 });
  await bar()
    .getByRole("button", { name: /^Received/ })
    .tap();
  await expect(column("Received")).toBeInViewport({ ratio: 0.9 });

  await page.getByRole("button", { name: `Move job ${number} to another stage` }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "Coating" }).tap();
  await expect.poll(() => placeOf(number)).toEqual({ stage: "Coating", placement: 2 });
  await bar()
    .getByRole("button", { name: /^Coating/ })
    .tap();
  await expect(column("Coating").locator(card(number))).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect.poll(() => placeOf(number)).toEqual({ stage: "Received", placement: 3 });

  await bar()
    .getByRole("button", { name: /^Received/ })
    .tap();
  await page.locator(card(number)).tap();
  await expect(page).toHaveURL(`/jobs/${number}`);
  await expect(
    page
      .getByRole("dialog")
      .getByRole("heading", { name: `Job ${number}` })
      .last(),
  ).toBeInViewport();
  await page.getByRole("button", { name: "Close" }).tap();
  await expect(page).toHaveURL(/\/board/);
});

const bar = () => page.getByRole("navigation", { name: "Columns" });
const column = (name: string) => page.getByRole("region", { name, exact: true });
const card = (number: number) => `[data-number="${number}"]`;

/** The board with the jobs of one new customer alone, at the first of them. */
async function openBoardOf(customer: string, jobs: number): Promise<[number, ...number[]]> {
  const { id } = await owner.do<{ id: string }>("createCustomerAction", { name: customer });
  const numbers: number[] = [];
  for (let made = 0; made < jobs; made++) {
    const job = await owner.do<{ number: number }>("createJobAction", {
      customerId: id,
      stageId: (await stageNamed("Received")).id,
      parts: [{ description: "gate" }],
    });
    numbers.push(job.number);
  }
  await page.goto(`/board?customer=${id}`);
  const first = numbers[0] as number;
  await page.locator(card(first)).scrollIntoViewIfNeeded();
  return [first, ...numbers.slice(1)];
}

async function stageNamed(name: string): Promise<{ id: string }> {
  const [stage] = await sql<{ id: string }[]>`
    select s.id from stage s join shop on shop.id = s.shop_id
    where shop.name = 'Quillback Powder Coating' and s.name = ${name} and s.retired_at is null`;
  return stage as { id: string };
}

async function placeOf(number: number) {
  const [place] = await sql`
    select s.name as stage, j.placement from job j join stage s on s.id = j.stage_id join shop on shop.id = j.shop_id
    where shop.name = 'Quillback Powder Coating' and j.number = ${number}`;
  return place && { ...place };
}

async function orderOf(numbers: number[]): Promise<number[]> {
  const jobs = await sql`
    select j.number from job j join shop on shop.id = j.shop_id
    where shop.name = 'Quillback Powder Coating' and j.number in ${sql(numbers)} order by j.rank collate "C"`;
  return jobs.map((job) => job.number);
}

type Point = { x: number; y: number };

async function middleOf(what: ReturnType<Page["locator"]>): Promise<Point> {
  const box = await what.boundingBox();
  if (!box) throw new Error("it is not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Point[]) =>
  hand.send("Input.dispatchTouchEvent", { type, touchPoints });

let finger: Point;

/** A finger rests on the card until the board says that it is in the hand. */
async function takeUp(number: number): Promise<void> {
  finger = await middleOf(page.locator(card(number)).first());
  await touch("touchStart", finger);
  await expect(page.locator(`${card(number)}[data-lifted="true"]`)).toBeVisible();
}

async function carryTo(to: Point): Promise<void> {
  const from = finger;
  for (let step = 1; step <= 10; step++) {
    finger = { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 };
    await touch("touchMove", finger);
  }
}

const letGo = () => touch("touchEnd");

/** Sent at once, so that it is quick on any machine. */
async function swipe(from: Point, by: Point): Promise<void> {
  const moves = Array.from({ length: 10 }, (_, step) => ({
    x: from.x + (by.x * (step + 1)) / 10,
    y: from.y + (by.y * (step + 1)) / 10,
  }));
  await Promise.all([touch("touchStart", from), ...moves.map((at) => touch("touchMove", at)), letGo()]);
}
