import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Refuses any violation that axe finds on what is shown. Our pages have no frames, so one run in the page itself is whole. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
}
