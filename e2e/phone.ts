import type { Browser, BrowserContext, Page } from "@playwright/test";
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
