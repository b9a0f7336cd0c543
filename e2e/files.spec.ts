import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { Actor } from "./actor";
import { bringFiles } from "./bring-files";
import { expectAccessible } from "./expect-accessible";
import { database, openShop } from "./world";

const sql = database();
let owner: Actor;
let context: BrowserContext;
let page: Page;
let number: number;

test.beforeAll(async () => {
  owner = await openShop();
});

test.beforeEach(async ({ browser }) => {
  const newCustomer = { name: `Files ${crypto.randomUUID().slice(0, 8)}` };
  const made = await owner.do<{ number: number }>("createJobAction", {
    newCustomer,
    parts: [{ description: "gate" }],
  });
  number = made.number;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(owner.browserCookies());
  page = await context.newPage();
  await page.goto(`/jobs/${number}`);
  await expect(files().getByText("Drop or paste pictures")).toBeVisible();
});

test.afterEach(() => context.close());
test.afterAll(() => sql.end());

test("files dropped anywhere on a job are kept, and a refused one says why and takes nothing with it", async () => {
  await bring("drop", ["IMG_2041.jpg", "IMG_2077.jpg", "logo.svg", "bracket-print.pdf"]);
  await expect(files().getByText("This picture is broken or cut off.")).toBeVisible();
  await expect(files().getByText("An SVG drawing can carry a program")).toBeVisible();
  await expect(files().getByRole("button", { name: "See IMG_2041.jpg" })).toBeVisible();
  await expect(files().getByRole("link", { name: "Download bracket-print.pdf" }).locator("img")).toBeVisible({
    timeout: 20_000,
  });
  expect(await kept()).toEqual([
    { name: "IMG_2041.jpg", category: "photo", visibility: "private", downloads: 0 },
    { name: "bracket-print.pdf", category: "drawing", visibility: "private", downloads: 0 },
  ]);
  for (const width of [1440, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await files().getByRole("button", { name: "Leave logo.svg out" }).click();
  await files().getByRole("button", { name: "Leave IMG_2077.jpg out" }).click();
  await expect(files().getByRole("alert")).toHaveCount(0);
});

test("one press shares a file with the customer, and Undo takes it back", async () => {
  await bring("drop", ["colour-card.png"]);
  const mark = files().getByRole("button", { name: /^(Private|Shared): / });
  await expect(mark).toHaveText("Private");
  await mark.click();
  await expect(mark).toHaveText("Shared");
  await expect.poll(kept).toMatchObject([{ visibility: "shared" }]);
  await expect.poll(cleanCopies).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(mark).toHaveText("Private");
  await expect.poll(kept).toMatchObject([{ visibility: "private" }]);
});

test("what is pasted while Shared is chosen is shared, of the kind that is chosen, and the next is private again", async () => {
  await files().getByLabel("Add as").selectOption("Before");
  await files().getByRole("radio", { name: "Shared" }).check({ force: true });
  await expect(files().getByText("will see what you add next")).toBeVisible();
  await bring("paste", ["cmyk-sample.jpg"]);
  await expect.poll(kept).toMatchObject([{ category: "before", visibility: "shared" }]);
  await expect(files().getByRole("radio", { name: "Private" })).toBeChecked();
  await bring("paste", ["facade.jpg"]);
  await expect.poll(kept).toMatchObject([{}, { category: "before", visibility: "private" }]);
});

test("a file that the network lost waits to be tried again", async () => {
  await page.route("**/api/files?*", (route) => route.abort("connectionreset"));
  await bring("drop", ["facade.jpg"]);
  await expect(files().getByText("did not get through")).toBeVisible();
  await page.unroute("**/api/files?*");
  await files().getByRole("button", { name: "Try again" }).click();
  await expect(files().getByRole("button", { name: "See facade.jpg" })).toBeVisible();
  expect(await kept()).toHaveLength(1);
});

test("many files show how far they are, one by one and in all, and can be stopped while others go on", async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  await page.route("**/api/files?*", async (route) => {
    await gate;
    await route.continue().catch(() => undefined);
  });
  await bring("drop", [
    "IMG_2041.jpg",
    "cmyk-sample.jpg",
    "facade.jpg",
    "wheels-before.jpg",
    "blueprint-big.png",
  ]);
  await expect(files().getByRole("progressbar", { name: "Adding 5 files" })).toBeVisible();
  await expect(files().getByRole("progressbar", { name: "blueprint-big.png" })).toBeVisible();
  await files().getByRole("button", { name: "Cancel cmyk-sample.jpg" }).click();
  await files().getByRole("button", { name: "Cancel blueprint-big.png" }).click();
  open();
  await expect(files().getByRole("button", { name: "See wheels-before.jpg" })).toBeVisible();
  await expect(files().getByRole("progressbar")).toHaveCount(0);
  expect((await kept()).map(({ name }) => name).sort()).toEqual([
    "IMG_2041.jpg",
    "facade.jpg",
    "wheels-before.jpg",
  ]);
});

test("files go on while their sender looks at another page, and are there on return", async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  await page.route("**/api/files?*", async (route) => {
    await gate;
    await route.continue();
  });
  await bring("drop", ["facade.jpg"]);
  await page.getByRole("link", { name: "Customers" }).first().click();
  await expect(page).toHaveURL(/\/customers/);
  open();
  await expect.poll(kept).toHaveLength(1);
  await page.goBack();
  await expect(files().getByRole("button", { name: "See facade.jpg" })).toBeVisible();
});

test("the keyboard files a picture under another kind and downloads it, which is counted", async () => {
  await bring("drop", ["colour-card.png"]);
  await files().getByRole("button", { name: "More for colour-card.png" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitemradio", { name: "Drawing" }).press("Enter");
  await expect.poll(kept).toMatchObject([{ category: "drawing" }]);
  await files().getByRole("button", { name: "More for colour-card.png" }).focus();
  await page.keyboard.press("Enter");
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Download" }).press("Enter");
  expect((await download).suggestedFilename()).toBe("colour-card.png");
  await expect.poll(kept).toMatchObject([{ downloads: 1 }]);
  await page.reload();
  await expect(files().getByText("Drawing · 1 download")).toBeVisible();
});

const files = () => page.getByRole("region", { name: /^Files/ });

const bring = (how: "drop" | "paste", names: string[]) =>
  bringFiles(page, how, names, '[aria-label="Story"]');

const kept = () =>
  sql`
  select f.name, f.category, f.visibility, f.downloads from file f join job j on j.id = f.job_id
  where j.number = ${number} and j.shop_id = (select id from shop where name = 'Quillback Powder Coating')
  order by f.position`.then((rows) => rows.map((row) => ({ ...row })));

const cleanCopies = () =>
  sql`
  select count(*)::int as copies from file f join job j on j.id = f.job_id
  where j.number = ${number} and f.shared_key is not null`.then(([row]) => row?.copies);
