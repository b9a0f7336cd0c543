import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { Actor } from "./actor";
import { expectAccessible } from "./expect-accessible";
import { database, openShop } from "./world";

const sql = database();
const code = `W-${crypto.randomUUID().slice(0, 8)}`;
let owner: Actor;
let context: BrowserContext;
let page: Page;
let number: number;

test.beforeAll(async ({ browser }) => {
  owner = await openShop();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(owner.browserCookies());
  page = await context.newPage();
});

test.afterAll(async () => {
  await context.close();
  await sql.end();
});

test("a box is received, weighed out for a job, weighed back and counted, and the ledger keeps every line", async () => {
  test.setTimeout(180_000);
  await addPowder();
  await receive();
  await drawAndPutBack();
  await countAndTakeBack();
});

test("a powder's data, and a lot's retest, are changed and taken back", async () => {
  const [powder] = await sql`select id from powder where code = ${code}`;
  const kept = () =>
    sql`
    select w.name, l.is_rejected as "isRejected" from powder w join lot l on l.powder_id = w.id and l.label = 'B7 1/2'
    where w.id = ${powder?.id}`.then(([row]) => ({ ...row }));
  const said = page.getByRole("region", { name: "Notices" });
  await page.goto(`/powders/${powder?.id}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Signal white" });
  await dialog.getByLabel("Name").fill("Signal black");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Signal black" })).toBeVisible();
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Signal white" })).toBeVisible();
  const retest = async () => {
    await page.getByRole("button", { name: "More for lot B7 1/2" }).first().click();
    await page.getByRole("menuitem", { name: "Retest…" }).click();
    const tested = page.getByRole("dialog", { name: "Retest lot B7 1/2" });
    await tested.getByRole("radio", { name: /^Bad/ }).check();
    await tested.getByRole("button", { name: "Record" }).click();
    await expect.poll(kept).toEqual({ name: "Signal white", isRejected: true });
  };
  await retest();
  await said.getByRole("button", { name: "Undo" }).click();
  await expect.poll(kept).toEqual({ name: "Signal white", isRejected: false });
  await retest();
  await page.reload();
  await page.getByRole("button", { name: "More for lot B7 1/2" }).first().click();
  await page.getByRole("menuitem", { name: "Take the retest back" }).click();
  await expect.poll(kept).toEqual({ name: "Signal white", isRejected: false });
});

test("a weighing whose answer was lost on the way, sent again, is written once", async () => {
  const [powder] = await sql`select id from powder where code = ${code}`;
  await page.goto(`/powders/${powder?.id}`);
  await page.getByRole("button", { name: "More for lot B7 1/2" }).first().click();
  await page.getByRole("menuitem", { name: "Write off…" }).click();
  const dialog = page.getByRole("dialog", { name: "Write off from lot B7 1/2" });
  await dialog.getByLabel("Thrown away", { exact: true }).fill("0.5");
  await dialog.getByRole("button", { name: "Spilt" }).click();
  await page.route(`**/powders/${powder?.id}`, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  const wasted = () =>
    sql`select m.mass_mg::int as mg from movement m join lot l on l.id = m.lot_id
    where l.powder_id = ${powder?.id} and m.kind = 'waste'`.then((lines) => lines.map(({ mg }) => mg));
  await dialog.getByRole("button", { name: "Write off" }).click();
  await expect(dialog.getByText("The shop's server did not answer.")).toBeVisible();
  expect(await wasted()).toEqual([-226_796]);
  await page.unroute(`**/powders/${powder?.id}`);
  await dialog.getByRole("button", { name: "Write off" }).click();
  await expect(dialog).toBeHidden();
  expect(await wasted()).toEqual([-226_796]);
});

async function addPowder(): Promise<void> {
  await page.goto("/powders");
  await page.getByRole("button", { name: "Add powder" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a powder" });
  await dialog.getByLabel("Name").fill("Signal white");
  await dialog.getByLabel("Maker", { exact: true }).fill("Cardwell");
  await dialog.getByLabel("Maker's code").fill(code);
  await dialog.getByLabel("Specific gravity").fill("1.5");
  await dialog.getByLabel("Usual film").fill("2.5");
  await dialog.getByLabel("Keeps").fill("6");
  await dialog.getByLabel("Counted from").selectOption("the day it came");
  await dialog.getByLabel("Low below").fill("20");
  await dialog.getByRole("textbox", { name: "Price" }).fill("9.50");
  await everyWidth();
  await dialog.getByRole("button", { name: "Add powder" }).click();
  await expect(page.getByRole("heading", { name: "Signal white" })).toBeVisible();
  await expect(page.getByText("30.5 ft² a lb")).toBeVisible();
}

async function receive(): Promise<void> {
  await page.getByRole("button", { name: "Receive" }).click();
  const dialog = page.getByRole("dialog", { name: "Receive Signal white" });
  await dialog.getByLabel("Boxes").fill("2");
  await dialog.getByLabel("Weight of a full box", { exact: true }).fill("10");
  await dialog.getByLabel("Batch or label").fill("B7");
  await everyWidth();
  await dialog.getByRole("button", { name: "Receive" }).click();
  await expect(page.getByText("2 lots received", { exact: true })).toBeVisible();
  await expect(shown("B7 1/2")).toBeVisible();
  const lots = await sql`
    select label, on_hand_mg::int as mg, expires_on > received_on + 150 as keeps from lot
    where powder_id = (select id from powder where code = ${code}) order by label`;
  expect([...lots]).toEqual([
    { label: "B7 1/2", mg: 4_535_924, keeps: true },
    { label: "B7 2/2", mg: 4_535_924, keeps: true },
  ]);
}

async function drawAndPutBack(): Promise<void> {
  const [powder] = await sql`select id from powder where code = ${code}`;
  const coats = [{ system: "powder", powderId: powder?.id, code, name: "Signal white" }];
  const made = await owner.do<{ number: number }>("createJobAction", {
    newCustomer: { name: `Powder ${code}` },
    parts: [{ description: "Gate", quantity: 48, areaEachCm2: 929.0304, coats }],
  });
  number = made.number;
  await page.goto(`/jobs/${number}`);
  const section = page.getByRole("region", { name: "Powder", exact: true });
  await expect(section.getByText("Needs about 1.57 lb")).toBeVisible();
  await section.getByRole("button", { name: "Draw" }).click();
  const dialog = page.getByRole("dialog", { name: `Draw for ${number}` });
  await expect(dialog.getByRole("radio", { name: /Lot B7 1\/2/ })).toBeChecked();
  await expect(dialog.getByLabel("Weighed out", { exact: true })).toHaveValue("1.57");
  await everyWidth();
  await dialog.getByLabel("Weighed out", { exact: true }).fill("12");
  await dialog.getByRole("button", { name: "Draw" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This lot holds 10 lb, less than that.");
  await dialog.getByLabel("Weighed out", { exact: true }).fill("2");
  await dialog.getByRole("button", { name: "Draw" }).click();
  await expect(section.getByText("2 lb", { exact: true })).toBeVisible();
  await section.getByRole("button", { name: "Put back" }).click();
  const back = page.getByRole("dialog", { name: `Put back from ${number}` });
  await back.getByLabel("Weighed back", { exact: true }).fill("0.44");
  await expect(back.getByText("The job used 1.56 lb.")).toBeVisible();
  await everyWidth();
  await back.getByRole("button", { name: "Put back" }).click();
  await expect(section.getByText("$14.82")).toBeVisible();
}

async function countAndTakeBack(): Promise<void> {
  const [powder] = await sql`select id from powder where code = ${code}`;
  await page.goto(`/powders/${powder?.id}`);
  await page.getByRole("button", { name: "More for lot B7 2/2" }).first().click();
  await page.getByRole("menuitem", { name: "Count…" }).click();
  const dialog = page.getByRole("dialog", { name: "Count lot B7 2/2" });
  await dialog.getByLabel("On the shelf", { exact: true }).fill("9.5");
  await dialog.getByRole("button", { name: "Stock count" }).click();
  await dialog.getByRole("button", { name: "Set to this" }).click();
  await expect(shown("9.5 lb")).toBeVisible();
  await page.getByRole("button", { name: "Take this line back" }).first().click();
  const taken = page.getByRole("dialog", { name: "Take this line back" });
  await taken.getByRole("button", { name: "Wrong weight" }).click();
  await everyWidth();
  await taken.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Counted, taken back")).toBeVisible();
  const lines = await sql`
    select m.kind, m.mass_mg::int as mg, m.cost_cents::int as cents from movement m join lot l on l.id = m.lot_id
    where l.powder_id = ${powder?.id} order by m.at, m.mass_mg`;
  expect([...lines]).toEqual([
    { kind: "receipt", mg: 4_535_924, cents: 9500 },
    { kind: "receipt", mg: 4_535_924, cents: 9500 },
    { kind: "usage", mg: -907_185, cents: -1900 },
    { kind: "return", mg: 199_581, cents: 418 },
    { kind: "adjustment", mg: -226_796, cents: -475 },
    { kind: "adjustment", mg: 226_796, cents: 475 },
  ]);
  await page.goto("/powders");
  await page.getByRole("button", { name: "Check the ledger" }).click();
  const said = page.getByRole("region", { name: "Notices" });
  await expect(said.getByText(/lots hold what their .* lines add up to/)).toBeVisible();
}

const shown = (text: string) => page.getByText(text, { exact: true }).filter({ visible: true }).first();

async function everyWidth(): Promise<void> {
  for (const width of [820, 390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
}
