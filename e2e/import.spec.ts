import { expect, test } from "@playwright/test";
import { database, openOtherShop } from "./world";

test.describe.configure({ timeout: 240_000 });

const sheet = "lib/imports/fixtures/legacy-shop/customers.csv";
test("an owner brings the old customer list in, finds the customers, takes the whole of it back, and discards an upload", async ({
  page,
  context,
}) => {
  const sql = database();
  const owner = await openOtherShop(sql);
  await context.addCookies(owner.browserCookies());
  const customersHeld = async () => {
    const [held] = await sql`
      select count(*)::int as rows from customer c join member m on m.shop_id = c.shop_id
      join person p on p.id = m.person_id where p.email = ${owner.email} and c.retired_at is null`;
    return held?.rows;
  };

  await page.goto("/imports");
  await page.getByLabel("Spreadsheet").setInputFiles(sheet);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByLabel("Customer list")).toBeChecked();
  await expect(page.getByLabel("What “Customer full name” holds")).toHaveValue("name");
  await expect(page.getByLabel("What “Ship address” holds")).toHaveValue("shipAddress");

  await page.getByRole("link", { name: /^Next: \d+ questions/ }).click();
  await page.getByRole("button", { name: /^Take all recommended/ }).click();
  await expect(page.getByText(/recommended answers taken/).first()).toBeVisible();
  await page.getByRole("link", { name: "Next: look it over" }).click();
  await page.getByRole("link", { name: /^Refused/ }).click();
  await expect(page.getByRole("button", { name: /The row names nobody/ }).first()).toBeVisible();
  await page
    .getByRole("button", { name: /The row names nobody/ })
    .first()
    .press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The row names nobody" })).toBeVisible();
  await page.keyboard.press("Escape");

  const bringIn = page.getByRole("button", { name: /^Bring in \d+ rows/ });
  const rows = Number(/\d+/.exec((await bringIn.textContent()) ?? "")?.[0]);
  await bringIn.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText(`${rows} rows went in as customers`)).toBeVisible({ timeout: 120_000 });
  expect(await customersHeld()).toBe(400);
  const address = page.url();

  await page.getByRole("link", { name: "To the customers" }).click();
  await page.getByPlaceholder(/Name, contact/).fill("Aldworth");
  await expect(page.getByRole("link", { name: /Aldworth Fabrication/ }).first()).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(`${rows} rows taken back.`)).toBeVisible();
  expect(await customersHeld()).toBe(0);

  await page.goto("/imports");
  await page.getByLabel("Spreadsheet").setInputFiles(sheet);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  await page.waitForURL(/\/imports$/);
  await expect(page.getByText("“customers.csv” is discarded").first()).toBeVisible();
  await expect(page.getByText("Not brought in yet")).toHaveCount(0);
  await sql.end();
});
