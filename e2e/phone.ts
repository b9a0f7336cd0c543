import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Actor } from "./actor";

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const desk = { viewport: { width: 1440, height: 900 } };

/** A page in a browser of its own, as somebody or as nobody: on a phone unless told otherwise. */
export async function openPage(
  browser: Browser,
  path: string,
  by?: Actor,
  on: object = phone,
): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext(on);
  if (by) await context.addCookies(by.browserCookies());
  const page = await context.newPage();
  await page.goto(path);
  return [page, context];
}

/** Refuses any violation that axe finds on what is shown. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
  expect(found, page.url()).toEqual([]);
}
