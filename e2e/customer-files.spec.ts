import { expect, test } from "@playwright/test";
import type { Actor } from "./actor";
import { bringFiles } from "./bring-files";
import { expectAccessible } from "./expect-accessible";
import { openPage, desk as wide } from "./phone";
import { contactOf } from "./walk/portal";
import { database, openShop } from "./world";

const sql = database();
let owner: Actor;

test.beforeAll(async () => {
  owner = await openShop();
});
test.afterAll(() => sql.end());

test("what staff put on a customer is private until it is shared; then its people see it, take it home, and the shop is told", async ({
  browser,
}) => {
  const name = `Filed ${crypto.randomUUID().slice(0, 8)}`;
  const { id: customerId } = await owner.do<{ id: string }>("createCustomerAction", { name });
  const [shop] = await sql`select shop_id from customer where id = ${customerId}`;
  const viewer = await contactOf(sql, {
    shopId: shop?.shop_id,
    customerId,
    name: "Vic Viewer",
    role: "viewer",
  });
  const [desk, deskContext] = await openPage(browser, `/customers/${customerId}`, owner, wide);
  const [other, otherContext] = await openPage(browser, `/customers/${customerId}`, owner, wide);
  const [portal, portalContext] = await openPage(browser, "/portal", viewer);
  const filesOn = (page: typeof desk) => page.getByRole("region", { name: /^Files/ });
  await expect(filesOn(desk).getByText("Drop or paste drawings")).toBeVisible();
  await expect(filesOn(portal)).toHaveCount(0);

  await bringFiles(desk, "drop", ["IMG_2041.jpg", "logo.svg", "bracket-print.pdf"], "h1");
  await expect(filesOn(desk).getByText("An SVG drawing can carry a program")).toBeVisible();
  const mark = filesOn(desk).getByRole("button", { name: /: (share|make) bracket-print.pdf/ });
  await expect(mark).toHaveText("Private");
  await expect(filesOn(other).getByRole("button", { name: "See IMG_2041.jpg" })).toBeVisible();
  for (const width of [1440, 820, 390]) {
    await desk.setViewportSize({ width, height: 900 });
    await expectAccessible(desk, `customer with files at ${width}`);
  }
  await portal.reload();
  await expect(filesOn(portal)).toHaveCount(0);

  await mark.click();
  await expect(mark).toHaveText("Shared");
  await expect(filesOn(other).getByRole("button", { name: /^Shared: make bracket-print/ })).toBeVisible();
  await portal.reload();
  await expect(filesOn(portal).getByRole("link")).toHaveText(["bracket-print.pdf"]);
  await expectAccessible(portal, "portal with files");
  const download = portal.waitForEvent("download");
  await filesOn(portal).getByRole("link", { name: "bracket-print.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("bracket-print.pdf");
  await expect(filesOn(desk).getByText("Drawing · 1 download")).toBeVisible();
  await expect(desk.getByText("Vic Viewer downloaded bracket-print.pdf")).toBeVisible();

  await mark.click();
  await expect(mark).toHaveText("Private");
  await portal.reload();
  await expect(filesOn(portal)).toHaveCount(0);
  await desk.getByRole("button", { name: "Undo" }).last().click();
  await expect(mark).toHaveText("Shared");
  const kept =
    await sql`select name, visibility, downloads from file where customer_id = ${customerId} order by name`;
  expect(kept.map((row) => ({ ...row }))).toEqual([
    { name: "IMG_2041.jpg", visibility: "private", downloads: 0 },
    { name: "bracket-print.pdf", visibility: "shared", downloads: 1 },
  ]);
  await Promise.all([deskContext.close(), otherContext.close(), portalContext.close()]);
});
