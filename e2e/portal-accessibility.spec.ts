import { expect, test } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { openPortal, type Portal } from "./walk/portal";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 300_000 });
test.use({ trace: "off" });

let world: World;
let portal: Portal;
let checks = 0;

const longest = "Gate, double leaf, with the long rail of the north yard and both hinges on the outside";

test.beforeAll(async () => {
  world = await openWorld();
  portal = await openPortal(world);
  await world.sql`
    insert into shop_brand (shop_id, accent, phone, address, reply_to)
    values (${world.shopId}, '#0071f4', '413-555-0142', ${"12 Quarry Road\nHolyoke, MA 01040"}, '')
    on conflict (shop_id) do nothing`;
});

test.afterAll(async () => {
  console.log(`axe of the portal: ${checks} checks`);
  await world.sql.end();
});

/** Much of everything a customer can see, and the ways a link can end. */
const pages: [name: string, path: () => Promise<string>][] = [
  ["sign-in", async () => "/portal/sign-in"],
  ["a dead sign-in link", async () => `/portal/enter/${"A".repeat(43)}`],
  ["the portal", async () => "/portal"],
  ["delivered jobs, none", async () => "/portal?show=delivered"],
  ["a search without a hit", async () => "/portal?q=zzz"],
  ["the account", async () => "/portal/account"],
  ["nothing there", async () => "/portal/jobs/999999"],
  [
    "a job",
    async () => {
      const { number } = await portal.asked();
      await world.owner.do("addCommentAction", { number, body: longest.repeat(4), visibility: "customer" });
      await world.sql`
        update job set status_note = ${longest}, po_number = 'PO 4714' where shop_id = ${world.shopId} and number = ${number}`;
      return `/portal/jobs/${number}`;
    },
  ],
  ["a job with photos", async () => `/portal/jobs/${(await portal.shared()).number}`],
  ["a proof to decide", async () => `/portal/proofs/${(await portal.asked()).versionId}`],
  ["a proof by its link", async () => `/a/${await portal.link((await portal.asked()).versionId)}`],
  [
    "a proof that is decided",
    async () => {
      const { versionId, version } = await portal.asked();
      const changes = { verdict: "changes", reason: longest };
      await portal.approver.do("commentOnProofAction", {
        versionId,
        body: longest,
        page: 1,
        x: 4000,
        y: 5000,
      });
      await portal.approver.do("decideProofAction", { versionId, version, ...changes });
      return `/a/${await portal.link(versionId)}`;
    },
  ],
  [
    "a link that is over",
    async () => `/a/${await portal.link((await portal.asked()).versionId, { isOver: true })}`,
  ],
  ["no link", async () => "/a/x"],
];

for (const [name, made] of pages) {
  test(`accessibility: ${name} has no violation at any width, light or dark, and is no wider than the screen`, async ({
    browser,
  }) => {
    const path = await made();
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
      await context.addCookies(portal.approver.browserCookies());
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeAttached();
      for (const width of [390, 820, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        checks += 1;
        await expectAccessible(page, `${name} ${width} ${colorScheme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await context.close();
    }
  });
}
