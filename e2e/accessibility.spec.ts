import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Actor } from "./actor";
import { expectAccessible } from "./expect-accessible";
import { open, opened } from "./opened";
import { database, join, openShop, ownerEmail } from "./world";

test.describe.configure({ timeout: 600_000 });
// A trace of pages this full costs more than the checks.
test.use({ trace: "off" });

const widths = [1440, 820, 390];
const themes = ["light", "dark"] as const;
let owner: Actor;
let number = 0;
let customerId = "";
let powderId = "";
let proofId = "";
let checks = 0;

/** Much of everything: long names, many parts, late and rushed jobs in every stage. */
test.beforeAll(async () => {
  owner = await openShop();
  const sql = database();
  const stages =
    await sql`select id from stage where kind not in ('ready', 'delivered') and retired_at is null order by position limit 8`;
  const customer = await owner.do<{ id: string }>("createCustomerAction", {
    name: "Three Elms Fence & Rail Inc: North Yard, Gate Division of the Northeast",
    phone: "413-555-0142",
    contacts: [{ name: "Ana Field", email: "ana@example.com" }],
  });
  customerId = customer.id;
  for (let made = 0; made < 60; made++) {
    const job = await owner.do<{ number: number }>("createJobAction", {
      customerId,
      stageId: stages[made % stages.length]?.id,
      dueOn: new Date(Date.now() + (made - 20) * 86_400_000).toISOString().slice(0, 10),
      priority: made % 7 === 0 ? "rush" : "normal",
      priceCents: 10_000 + made,
      parts: [
        {
          description: "old radiator, cast iron, 8 sections",
          quantity: 2,
          coats: [{ system: "ral", code: "RAL 9016", name: "Traffic white", hex: "#f1f0ea", gloss: "gloss" }],
        },
        {
          description: "brackets per print",
          quantity: 400,
          coats: [{ system: "words", name: "gloss black" }],
        },
      ],
    });
    number = job.number;
  }
  await owner.do("addCommentAction", { number, body: "hang by the back holes" });
  await owner.do("addCommentAction", { number, body: "Ready on Friday.", visibility: "customer" });
  const [me] = await sql`
    select m.id, m.shop_id from member m join person p on p.id = m.person_id where p.email = ${ownerEmail}`;
  const painter = await join(sql, me?.shop_id, "Pia Painter", "coater");
  await painter.do("addCommentAction", { number, body: "@Olive Owner the primer ran", mentions: [me?.id] });
  await painter.do("assignMemberAction", { number, memberId: me?.id });
  const [powder] = await sql`
    insert into powder (shop_id, maker, code, name, hex) select id, 'Cardwell', ${crypto.randomUUID()}, 'Signal red', '#a02128' from shop
    where name = 'Quillback Powder Coating' returning id`;
  powderId = powder?.id;
  const proof = await owner.do<{ proofId: string; versionId: string }>("addProofVersionAction", {
    number,
    fileId: await sentPicture(number),
    title: "Front gate, with the hinges as on the drawing of the ninth",
  });
  proofId = proof.proofId;
  await owner.do("createApiKeyAction", { name: "Website", scopes: ["jobs:read", "prices"], days: 30 });
  const drawn = async () =>
    (await sql`select pages from proof_version where id = ${proof.versionId}`)[0]?.pages;
  await expect.poll(drawn, { timeout: 30_000 }).toBe(1);
  const pin = { versionId: proof.versionId, page: 1 };
  await owner.do("addProofCommentAction", { ...pin, body: "mask this", x: 2000, y: 3000 });
  const visible = { visibility: "customer", body: "We leave this bare.", x: 7000, y: 6000 };
  await owner.do("addProofCommentAction", { ...pin, ...visible });
  await owner.do("addProofVersionAction", { number, proofId, fileId: await sentPicture(number) });
  await sql.end();
});

async function sentPicture(job: number): Promise<string> {
  const sent = await owner.fetch(`/api/files?name=gate.jpg&job=${job}&category=proof`, {
    method: "PUT",
    body: readFileSync("lib/files/fixtures/gate_front.jpg"),
    headers: { "content-type": "image/jpeg" },
  });
  return (await sent.json()).value.id;
}

test.afterAll(() => console.log(`axe: ${checks} checks`));

async function expectNone(page: Page, what: string): Promise<void> {
  checks += 1;
  await expectAccessible(page, what);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    `${what}: wider than the screen`,
  ).toBeLessThanOrEqual(0);
}

const routes: [name: string, path: () => string][] = [
  ["board", () => "/board"],
  ["board, filtered", () => "/board?due=overdue&q=radiator"],
  ["jobs", () => "/jobs"],
  ["new job", () => "/jobs/new"],
  ["job", () => `/jobs/${number}`],
  ["proof", () => `/jobs/${number}/proofs/${proofId}`],
  ["proof with its pins", () => `/jobs/${number}/proofs/${proofId}?version=1`],
  ["two versions of a proof", () => `/jobs/${number}/proofs/${proofId}?with=1`],
  ["approvals", () => "/approvals"],
  ["customers", () => "/customers"],
  ["new customer", () => "/customers/new"],
  ["customer", () => `/customers/${customerId}`],
  ["powders", () => "/powders"],
  ["powder", () => `/powders/${powderId}`],
  ["dashboard", () => "/dashboard"],
  ["a number's rows", () => "/dashboard?period=this-year&show=booked"],
  ["alerts", () => "/alerts"],
  ["targets", () => "/settings/goals"],
  ["when to alert", () => "/settings/alerts"],
  ["imports", () => "/imports"],
  ["settings", () => "/settings"],
  ["stages", () => "/settings/stages"],
  ["people", () => "/settings/people"],
  ["inbox", () => "/inbox"],
  ["brand", () => "/settings/brand"],
  ["messages", () => "/settings/messages"],
  ["a message's words", () => "/settings/messages/proof-asked"],
  ["outbox", () => "/settings/outbox"],
  ["API keys", () => "/settings/api-keys"],
  ["audit", () => "/settings/audit"],
  ["backups", () => "/settings/backups"],
  ["the page of the API", () => "/docs/api"],
  ["account", () => "/account"],
  ["nothing there", () => "/jobs/999999"],
];

for (const [name, path] of routes) {
  test(`accessibility: ${name} has no violation at any width, light or dark`, async ({ browser }) => {
    for (const theme of themes) {
      const context = await browser.newContext({
        colorScheme: theme,
        viewport: { width: 1440, height: 900 },
      });
      await context.addCookies(owner.browserCookies());
      const page = await context.newPage();
      await page.goto(path());
      if (name.startsWith("board")) await page.locator("[data-number]").first().waitFor();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await expectNone(page, `${name} ${width} ${theme}`);
      }
      await context.close();
    }
  });
}

for (const path of ["/sign-in", "/reset", `/invite/${"A".repeat(43)}`, `/reset/${"A".repeat(43)}`]) {
  test(`accessibility: ${path.slice(0, 12)} has no violation signed out`, async ({ page }) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await expectNone(page, `${path} ${width}`);
    }
  });
}

for (const one of opened) {
  test(`accessibility: ${one.name} has no violation, wide or on a phone, light or dark`, async ({
    browser,
  }) => {
    for (const colorScheme of themes) {
      for (const width of one.isWide ? [1440] : [1440, 390]) {
        const viewport = { width, height: 900 };
        const context = await browser.newContext({ colorScheme, reducedMotion: "reduce", viewport });
        context.setDefaultTimeout(20_000);
        await context.addCookies(owner.browserCookies());
        const page = await context.newPage();
        await page.goto(one.path(number));
        await open(page, one);
        await expectNone(page, `${one.name} ${width} ${colorScheme}`);
        await context.close();
      }
    }
  });
}
