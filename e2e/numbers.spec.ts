import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { Actor } from "./actor";
import { database, openShop } from "./world";

const sql = database();
let owner: Actor;
let context: BrowserContext;
let page: Page;

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

test("the owner reads a number, opens the rows behind it, and they add up to what the database holds", async () => {
  for (const priceCents of [12_345, 67_890]) {
    await owner.do("createJobAction", {
      newCustomer: { name: `Numbers ${crypto.randomUUID()}` },
      priceCents,
      parts: [{ description: "gate" }],
    });
  }
  const [shop] = await sql`
    select s.time_zone, sum(j.price_cents)::int as cents, count(*)::int as jobs from job j join shop s on s.id = j.shop_id
    where s.name = 'Quillback Powder Coating' and j.retired_at is null and j.booked_at is not null
      and date_trunc('month', j.booked_at at time zone s.time_zone) = date_trunc('month', now() at time zone s.time_zone)
    group by s.time_zone`;
  const booked = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(
    shop?.cents / 100,
  );
  await page.goto("/dashboard");
  const tile = page.getByRole("link", { name: /^Booked/ });
  await expect(tile).toContainText(booked);
  await tile.click();
  const rows = page.getByRole("region", { name: "The rows behind it" });
  await expect(rows.getByRole("row").last()).toContainText(booked);
  await expect(page).toHaveURL(/show=booked/);
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  await page.getByLabel("Period").getByRole("combobox").selectOption("Last year");
  await expect(page).toHaveURL(/period=last-year/);
  await expect(page.getByText("Nothing counts here in these days.")).toBeVisible();
});

test("an open dashboard counts by itself what happens elsewhere in the shop", async () => {
  await page.goto("/dashboard");
  const tile = page.getByRole("link", { name: /^Work in progress/ });
  const open = async () => Number((await tile.innerText()).match(/\d[\d,]*/)?.[0].replaceAll(",", ""));
  await expect(tile).toBeVisible();
  const before = await open();
  await tile.focus();
  await owner.do("createJobAction", {
    newCustomer: { name: `Counted ${crypto.randomUUID()}` },
    parts: [{ description: "railing" }],
  });
  await expect.poll(open, { timeout: 15_000 }).toBe(before + 1);
  await expect(tile).toBeFocused();
});

test("an overdue job alerts the owner by itself, on whatever page they are, once, until they resolve it", async () => {
  const job = await owner.do<{ id: string; number: number }>("createJobAction", {
    newCustomer: { name: "Late Railings" },
    dueOn: "2026-01-02",
    parts: [{ description: "gate" }],
  });
  await page.goto("/customers");
  const badge = page
    .getByRole("navigation", { name: "Places" })
    .getByRole("link", { name: /^\d+\+? unread Alerts|^Alerts/ });
  await expect(badge).toContainText(/\d/, { timeout: 15_000 });
  await page.goto("/alerts");
  const line = page.getByRole("listitem").filter({ hasText: `Job ${job.number},` });
  await expect(line).toHaveCount(1);
  await expect(line).toContainText("Overdue");
  await line.getByRole("button", { name: "Resolve" }).click();
  await expect(line).toHaveCount(0);
  const [kept] =
    await sql`select count(*)::int as number, max(resolved_at) is not null as resolved from alert where subject_id = ${job.id}`;
  expect(kept).toEqual({ number: 1, resolved: true });
});
