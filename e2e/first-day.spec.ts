import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { database, ownerEmail, password } from "./world";

test.describe.configure({ mode: "serial", timeout: 180_000 });

let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});

test.afterAll(() => context.close());

const column = (on: Page, name: string) => on.getByRole("region", { name, exact: true });

test("someone who has just started Coatyard is led to set-up, and names the shop and its owner", async () => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup/);
  await page.getByLabel("Set-up code").fill(process.env.E2E_SETUP_CODE as string);
  await page.getByLabel("Shop name").fill("Quillback Powder Coating");
  await page.getByLabel("Your name").fill("Olive Owner");
  await page.getByLabel("Your e-mail").fill(ownerEmail);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open the shop" }).click();
  await expect(page).toHaveURL(/\/board/);
  await expect(page.getByText("No open jobs")).toBeVisible();
});

test("they bring in the customers of the old shop, which guesses its columns and asks what it cannot know", async () => {
  await page.goto("/imports");
  await page.locator('input[type="file"]').setInputFiles("lib/imports/fixtures/legacy-shop/customers.csv");
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: /^Next: .*question/ }).click();
  await page.getByRole("button", { name: /^Take all recommended/ }).click();
  await page.getByRole("link", { name: "Next: look it over" }).click();
  await page.getByRole("button", { name: /^Bring in/ }).click();
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .getByRole("button", { name: "Bring in" })
    .click();
  await expect(page.getByRole("link", { name: /To the customers/ })).toBeVisible({ timeout: 60_000 });
  await page.goto("/customers?q=Aldcombe");
  await expect(page.getByRole("link", { name: "Aldcombe Sheet Metal Inc." }).first()).toBeVisible();
});

test("they take in a job at the counter with the keyboard alone", async () => {
  await page.goto("/board");
  await expect(page.getByText("No open jobs")).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/jobs\/new/);
  await expect(page.getByLabel("Customer", { exact: true })).toBeFocused();
  await page.keyboard.type("Aldcombe");
  await expect(page.getByRole("option", { name: /Aldcombe Sheet Metal/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByLabel("Part", { exact: true }).fill("double gate 12 ft");
  await page.getByLabel("Finish", { exact: true }).fill("9016");
  await expect(page.getByRole("option", { name: /9016/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Job 1001 taken in", { exact: true })).toBeVisible();
});

test("a drag on one screen is seen on a second at once, is in the database, and one tap takes it back", async () => {
  const second = await context.newPage();
  await second.goto("/board");
  await page.goto("/board");
  await expect(column(second, "Received").locator('[data-number="1001"]')).toBeVisible();
  await page.bringToFront();
  const card = column(page, "Received").locator('[data-number="1001"]');
  const from = await card.boundingBox();
  const to = await column(page, "Masking").boundingBox();
  if (!from || !to) throw new Error("the board is not there");
  await page.mouse.move(from.x + 60, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 160, { steps: 12 });
  await page.mouse.up();
  await expect(column(page, "Masking").locator('[data-number="1001"]')).toBeVisible();
  await expect(column(second, "Masking").locator('[data-number="1001"]')).toBeVisible();
  const sql = database();
  const where = () =>
    sql`select s.name, j.placement from job j join stage s on s.id = j.stage_id where j.number = 1001`;
  await expect.poll(async () => (await where())[0]).toEqual({ name: "Masking", placement: 2 });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(column(second, "Received").locator('[data-number="1001"]')).toBeVisible();
  await expect.poll(async () => (await where())[0]).toEqual({ name: "Received", placement: 3 });
  await sql.end();
  await second.close();
});

test("a job moves by its menu, by the keyboard, and not past inspection without a pass or a reason", async () => {
  await page.goto("/board");
  const card = page.locator('[data-number="1001"]');
  await card.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(column(page, "Prep").locator('[data-number="1001"]')).toBeVisible();
  await card.focus();
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("button", { name: "Ready" }).click();
  await page.getByLabel("Reason").fill("customer waived it");
  await page.getByRole("button", { name: "Override and move" }).click();
  await expect(column(page, "Ready").locator('[data-number="1001"]')).toBeVisible();
});
