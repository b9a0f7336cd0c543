import { expect, test } from "@playwright/test";

test("someone who has just started Coatyard is led to the setup page", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup/);
  await expect(page.getByLabel(/set-up code/i)).toBeVisible();
});
