import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Refuses any violation that axe finds on what is shown. Frames are left out: the only ones hold the look of a mail, without
 * scripts, and axe would wait for its own there for ever. So one run in the page itself is whole, in half the time. A tip is
 * left out as well: wherever the pointer rests it stands above the page, in none of its regions.
 */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .exclude("iframe")
    .exclude(".ui-tip")
    .setLegacyMode()
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
}
