import { expect, type Page, test } from "@playwright/test";
import type { Actor } from "./actor";
import { expectAccessible } from "./expect-accessible";
import { linkIn, mailTo } from "./mail";
import { type ProofMaker, proofMaker } from "./one-proof";
import { openPage, desk as wide } from "./phone";
import { database, openShop } from "./world";

test.describe.configure({ timeout: 180_000 });

let owner: Actor;
let make: ProofMaker;
const sql = database();

test.beforeAll(async () => {
  owner = await openShop();
  make = proofMaker(owner, sql);
});
test.afterAll(() => sql.end());

/** Signs in as people do: an address, the mail, the link, the press. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/portal/sign-in");
  await page.getByLabel("Your e-mail").fill(email);
  await expectAccessible(page);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page.getByText("Look in your mail")).toBeVisible();
  await page.goto(linkIn(await mailTo(email, /^Sign in to/), "/portal/"));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open my jobs" }).click();
  await expect(page).toHaveURL(/\/portal$/);
}

test("two people of one customer: one looks, one decides by the portal, and each sees it; what the shop says and shows is there", async ({
  browser,
}) => {
  const { number, versionId, contacts } = await make.takeIn([
    { name: "Ana Approver", role: "approver" },
    { name: "Vic Viewer", role: "viewer" },
  ]);
  const [ana, vic] = contacts;
  if (!ana || !vic) return;
  await make.asked(versionId, [ana.id]);
  await owner.do("addCommentAction", { number, body: "Blasting is done.", visibility: "customer" });
  await owner.do("addCommentAction", { number, body: "they always pay late" });
  expect((await mailTo(ana.email, /Follow your jobs/)).text).toContain("/portal/sign-in#");

  const [vicPage, vicContext] = await openPage(browser, "/portal");
  await expect(vicPage).toHaveURL(/\/portal\/sign-in/);
  await signIn(vicPage, vic.email);
  await vicPage.getByRole("link", { name: `Job ${number}` }).click();
  await expect(vicPage.getByText("Nothing is needed from you.", { exact: false })).toBeInViewport();
  await expect(vicPage.getByText(/^Planned for/).first()).toBeInViewport();
  await expect(vicPage.getByRole("progressbar", { name: "How far it has come" })).toBeInViewport();
  await expect(vicPage.getByText("Blasting is done.")).toBeVisible();
  await expect(vicPage.getByText("they always pay late")).toHaveCount(0);
  await expect(vicPage.getByText("987")).toHaveCount(0);
  await expectAccessible(vicPage);
  await vicPage.getByRole("link", { name: /Front gate/ }).click();
  await expect(vicPage.getByRole("img", { name: /Front gate, version 1/ })).toBeVisible();
  await expect(vicPage.getByRole("button", { name: "Approve" })).toBeHidden();
  await expectAccessible(vicPage);

  const [anaPage, anaContext] = await openPage(browser, "/portal/sign-in");
  await signIn(anaPage, ana.email);
  await expect(anaPage.getByRole("heading", { name: "One thing needs your answer" })).toBeInViewport();
  await expectAccessible(anaPage);
  await anaPage.getByRole("link", { name: /Front gate/ }).click();
  await anaPage.getByRole("button", { name: "Approve" }).tap();
  await expect(anaPage.getByText("You approved version 1")).toBeVisible();
  await expect(anaPage.getByText(/, signed in/)).toBeVisible();
  await vicPage.reload();
  await expect(vicPage.getByText("Ana Approver approved version 1")).toBeVisible();

  await vicPage.goto(`/portal/jobs/${number}`);
  await vicPage.getByLabel("Write to the shop").fill("Can I come at five?");
  await vicPage.getByRole("button", { name: "Send" }).click();
  await expect(vicPage.getByText("Can I come at five?")).toBeVisible();
  const [desk, deskContext] = await openPage(browser, `/jobs/${number}`, owner, wide);
  await expect(desk.getByText("Can I come at five?").first()).toBeVisible();
  await vicPage.goto("/portal/account");
  await expectAccessible(vicPage);
  await vicPage.getByRole("button", { name: "Sign out" }).first().click();
  await expect(vicPage).toHaveURL(/\/portal\/sign-in/);
  await vicPage.goto(`/portal/jobs/${number}`);
  await expect(vicPage).toHaveURL(/\/portal\/sign-in/);
  await Promise.all([vicContext.close(), anaContext.close(), deskContext.close()]);
});

test("the shop invites a contact, looks through their eyes without touching anything, and shuts them out", async ({
  browser,
}) => {
  const { number, customerId, contacts } = await make.takeIn([{ name: "Ana Approver" }]);
  const [ana] = contacts;
  if (!ana) return;
  const [desk, context] = await openPage(browser, `/customers/${customerId}`, owner, wide);
  await desk.getByLabel("What Ana Approver may do in the portal").selectOption("approver");
  await expect(desk.getByText("Ana Approver is invited by e-mail").first()).toBeVisible();
  await mailTo(ana.email, /Follow your jobs/);
  await desk.getByRole("button", { name: "See what Ana Approver sees" }).click();
  await expect(desk).toHaveURL(/\/portal$/);
  await expect(desk.getByText(/You see what Ana Approver of Railings/)).toBeVisible();
  await desk.getByRole("link", { name: `Job ${number}` }).click();
  await expect(desk.getByLabel("Write to the shop")).toHaveCount(0);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Leave" }).click();
  await expect(desk).toHaveURL(new RegExp(`/customers/${customerId}`));
  const [page, anaContext] = await openPage(browser, "/portal/sign-in");
  await signIn(page, ana.email);
  await desk.getByLabel("What Ana Approver may do in the portal").selectOption("");
  await desk.getByRole("button", { name: "End access" }).click();
  await expect(desk.getByText("Ana Approver no longer sees the portal").first()).toBeVisible();
  await page.goto("/portal");
  await expect(page).toHaveURL(/\/portal\/sign-in/);
  await Promise.all([context.close(), anaContext.close()]);
});
