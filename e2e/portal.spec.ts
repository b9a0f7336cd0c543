import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { Actor } from "./actor";
import { linkIn, mailTo } from "./mail";
import { database, openShop } from "./world";

test.describe.configure({ timeout: 180_000 });

let owner: Actor;
const sql = database();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test.beforeAll(async () => {
  owner = await openShop();
});
test.afterAll(() => sql.end());

/** A job whose customer has these people, and a proof on it that is drawn. */
async function takeIn(people: { name: string; role?: "approver" | "viewer" }[]) {
  const tag = crypto.randomUUID().slice(0, 8);
  const contacts = people.map(({ name }) => ({
    name,
    email: `${name.split(" ")[0]?.toLowerCase()}-${tag}@example.com`,
  }));
  const customer = await owner.do<{ id: string }>("createCustomerAction", {
    name: `Railings ${tag}`,
    contacts,
  });
  const { number } = await owner.do<{ number: number }>("createJobAction", {
    customerId: customer.id,
    priceCents: 98_700,
    dueOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
    parts: [{ description: "double gate 12 ft", coats: [{ system: "words", name: "gloss black" }] }],
  });
  const ids = await Promise.all(
    contacts.map(
      async ({ email }) => (await sql`select id from contact where email = ${email}`)[0]?.id as string,
    ),
  );
  for (const [at, { role }] of people.entries()) {
    if (role) await owner.do("inviteContactAction", { contactId: ids[at], role });
  }
  const proof = await addVersion(number);
  return {
    ...proof,
    number,
    customerId: customer.id,
    contacts: contacts.map((one, at) => ({ ...one, id: ids[at] as string })),
  };
}

async function addVersion(number: number, proofId?: string) {
  const sent = await owner.fetch(`/api/files?name=gate.jpg&job=${number}&category=proof`, {
    method: "PUT",
    body: readFileSync(`lib/files/fixtures/${proofId ? "IMG_2041" : "gate_front"}.jpg`),
    headers: { "content-type": "image/jpeg" },
  });
  const fileId = (await sent.json()).value.id;
  const made = await owner.do<{ proofId: string; versionId: string }>("addProofVersionAction", {
    number,
    fileId,
    ...(proofId ? { proofId } : { title: "Front gate" }),
  });
  const pages = async () =>
    (await sql`select pages from proof_version where id = ${made.versionId}`)[0]?.pages;
  await expect.poll(pages, { timeout: 30_000 }).toBe(1);
  return made;
}

const asked = (versionId: string, contactIds: string[], message = "Is the hinge on the right side?") =>
  owner.do("askForDecisionAction", { versionId, contactIds, message, version: 1 });

async function openPage(
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

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
  expect(found, page.url()).toEqual([]);
}

const stateOf = async (versionId: string) =>
  (await sql`select state from proof_version where id = ${versionId}`)[0]?.state;

test("a customer who never heard of Coatyard gets a mail, taps, sees the proof and approves; board and inbox show it at once", async ({
  browser,
}) => {
  const { number, versionId, proofId, contacts } = await takeIn([{ name: "Dana Drawn" }]);
  const [dana] = contacts;
  if (!dana) return;
  const [desk, deskContext] = await openPage(browser, `/jobs/${number}/proofs/${proofId}`, owner, {
    viewport: { width: 1440, height: 900 },
  });
  await desk.getByRole("button", { name: "Ask for a decision" }).click();
  const dialog = desk.getByRole("dialog", { name: "Ask for a decision" });
  await dialog.getByLabel("Message").fill("Is the hinge on the right side?");
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(desk.getByText("Asked Dana Drawn").first()).toBeVisible();
  const board = await deskContext.newPage();
  await board.goto("/board");
  const card = board.locator(`[data-number="${number}"]`);
  await expect(card.getByText("Proof waiting")).toBeAttached();
  const inbox = await deskContext.newPage();
  await inbox.goto("/inbox");

  const mail = await mailTo(dana.email, /Front gate/);
  expect(mail.text).toContain("Is the hinge on the right side?");
  const [page, context] = await openPage(browser, linkIn(mail, "/a/"));
  const picture = page.getByRole("img", { name: /Front gate, version 1/ });
  await expect(picture).toBeVisible();
  const approve = page.getByRole("button", { name: "Approve" });
  await expect(approve).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "Needs changes" })).toBeInViewport({ ratio: 1 });
  const box = await picture.boundingBox();
  expect(box?.width).toBeGreaterThan(360);
  expect(box?.y).toBeLessThan(120);
  await expectAccessible(page);
  expect(await stateOf(versionId)).toBe("waiting");
  await approve.tap();
  await expect(page.getByText("You approved version 1")).toBeVisible();
  await expect(page.getByText(/by the link in the e-mail/)).toBeVisible();
  await expect(approve).toBeHidden();
  await expectAccessible(page);
  const receipt = page.waitForEvent("download");
  await page.getByRole("link", { name: "Receipt" }).tap();
  expect((await receipt).suggestedFilename()).toMatch(/\.pdf$/);

  await board.bringToFront();
  await expect(card.getByText("Proof approved")).toBeAttached();
  await inbox.bringToFront();
  await expect(inbox.getByText(/approved Front gate, version 1/).first()).toBeVisible();
  await mailTo(dana.email, /Decided/);
  await context.close();
  await deskContext.close();
});

test("changes are asked for on a spot of the picture; the new version ends the old link, which leads on kindly to the approval", async ({
  browser,
}) => {
  const { number, versionId, proofId, contacts } = await takeIn([{ name: "Dana Drawn" }]);
  const [dana] = contacts;
  if (!dana) return;
  await asked(versionId, [dana.id]);
  const oldLink = linkIn(await mailTo(dana.email, /Front gate/), "/a/");
  const [page, context] = await openPage(browser, oldLink);
  await page.getByRole("button", { name: "Mark a spot" }).tap();
  await page.getByRole("button", { name: "Set the pin here" }).tap({ position: { x: 120, y: 90 } });
  await page.getByLabel("What about this spot?").fill("The hinge belongs here.");
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await expect(page.getByRole("button", { name: /^Pin 1: Dana Drawn/ })).toBeVisible();
  await page.getByRole("button", { name: "Needs changes" }).tap();
  await page.getByRole("button", { name: "Send the changes" }).tap();
  expect(await stateOf(versionId)).toBe("waiting");
  await page.getByLabel("What should be different?").fill("Hinge on the other side.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send the changes" }).tap();
  await expect(page.getByText("You asked for changes to version 1")).toBeVisible();
  await expect(page.getByText("“Hinge on the other side.”")).toBeVisible();

  const second = await addVersion(number, proofId);
  await page.goto(oldLink);
  await expect(page.getByRole("heading", { name: "There is a newer version" })).toBeVisible();
  await expect(page.getByRole("button", { name: "E-mail me a new link" })).toBeHidden();
  await asked(second.versionId, [dana.id], "Hinge moved.");
  await mailTo(dana.email, /Please approve.*Front gate/, 2);
  await page.reload();
  await expectAccessible(page);
  await page.getByRole("button", { name: "E-mail me a new link" }).tap();
  await expect(page.getByText(/A new link goes to d…@example.com/)).toBeVisible();
  await page.goto(linkIn(await mailTo(dana.email, /Your new link/), "/a/"));
  await expect(page.getByRole("img", { name: /Front gate, version 2/ })).toBeVisible();
  await page.getByRole("button", { name: "Approve" }).tap();
  await expect(page.getByText("You approved version 2")).toBeVisible();
  expect(await stateOf(versionId)).toBe("superseded");
  expect(await stateOf(second.versionId)).toBe("approved");
  await context.close();
});

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
  const { number, versionId, contacts } = await takeIn([
    { name: "Ana Approver", role: "approver" },
    { name: "Vic Viewer", role: "viewer" },
  ]);
  const [ana, vic] = contacts;
  if (!ana || !vic) return;
  await asked(versionId, [ana.id]);
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
  const [desk, deskContext] = await openPage(browser, `/jobs/${number}`, owner, {
    viewport: { width: 1440, height: 900 },
  });
  await expect(desk.getByText("Can I come at five?").first()).toBeVisible();
  await vicPage.goto("/portal/account");
  await expectAccessible(vicPage);
  await vicPage.getByRole("button", { name: "Sign out" }).first().click();
  await expect(vicPage).toHaveURL(/\/portal\/sign-in/);
  await vicPage.goto(`/portal/jobs/${number}`);
  await expect(vicPage).toHaveURL(/\/portal\/sign-in/);
  await Promise.all([vicContext.close(), anaContext.close(), deskContext.close()]);
});

test("a stranger with a forwarded link sees that one decision and nothing else, and is out once it is taken back", async ({
  browser,
}) => {
  const first = await takeIn([{ name: "Dana Drawn", role: "approver" }]);
  const second = await takeIn([{ name: "Rob Rival", role: "approver" }]);
  const [dana] = first.contacts;
  const [rob] = second.contacts;
  if (!dana || !rob) return;
  await asked(first.versionId, [dana.id]);
  await asked(second.versionId, [rob.id]);
  const link = linkIn(await mailTo(dana.email, /Front gate/), "/a/");
  const [page, context] = await openPage(browser, link);
  await expect(page.getByRole("img", { name: /Front gate/ })).toBeVisible();
  for (const path of ["/portal", `/portal/jobs/${first.number}`, `/portal/proofs/${first.versionId}`]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/portal\/sign-in/);
  }
  const holder = new Actor("a stranger");
  const [page2] = await sql`select id from proof_page where version_id = ${second.versionId}`;
  expect((await holder.fetch(`${link}/pages/${page2?.id}`)).status).toBe(404);
  const token = link.split("/").at(-1);
  const forged = await holder.call("decideByLinkAction", {
    token,
    versionId: second.versionId,
    verdict: "approved",
    version: 2,
  });
  expect(forged).toMatchObject({ ok: false, code: "not-found" });
  const [row] = await sql`select version from proof_version where id = ${first.versionId}`;
  await owner.do("withdrawProofAction", { versionId: first.versionId, version: row?.version });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "The shop took this back" })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test("the shop invites a contact, looks through their eyes without touching anything, and shuts them out", async ({
  browser,
}) => {
  const { number, customerId, contacts } = await takeIn([{ name: "Ana Approver" }]);
  const [ana] = contacts;
  if (!ana) return;
  const [desk, context] = await openPage(browser, `/customers/${customerId}`, owner, {
    viewport: { width: 1440, height: 900 },
  });
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
