import { expect, test } from "@playwright/test";
import { Actor } from "./actor";
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

test("a customer who never heard of Coatyard gets a mail, taps, sees the proof and approves; board and inbox show it at once", async ({
  browser,
}) => {
  const { number, versionId, proofId, contacts } = await make.takeIn([{ name: "Dana Drawn" }]);
  const [dana] = contacts;
  if (!dana) return;
  const [desk, deskContext] = await openPage(browser, `/jobs/${number}/proofs/${proofId}`, owner, wide);
  await desk.getByRole("button", { name: "Ask for a decision" }).click();
  const dialog = desk.getByRole("dialog", { name: "Ask for a decision" });
  await dialog.getByLabel("Message").fill("Is the hinge on the right side?");
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(desk.getByText("Asked Dana Drawn").first()).toBeVisible();
  const board = await deskContext.newPage();
  await board.goto(`/board?q=${number}`);
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
  expect(await make.stateOf(versionId)).toBe("waiting");
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
  const { number, versionId, proofId, contacts } = await make.takeIn([{ name: "Dana Drawn" }]);
  const [dana] = contacts;
  if (!dana) return;
  await make.asked(versionId, [dana.id]);
  const oldLink = linkIn(await mailTo(dana.email, /Front gate/), "/a/");
  const [page, context] = await openPage(browser, oldLink);
  await page.getByRole("button", { name: "Mark a spot" }).tap();
  await page.getByRole("button", { name: "Set the pin here" }).tap({ position: { x: 120, y: 90 } });
  await page.getByLabel("What about this spot?").fill("The hinge belongs here.");
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await expect(page.getByRole("button", { name: /^Pin 1: Dana Drawn/ })).toBeVisible();
  await page.getByRole("button", { name: "Needs changes" }).tap();
  await page.getByRole("button", { name: "Send the changes" }).tap();
  expect(await make.stateOf(versionId)).toBe("waiting");
  await page.getByLabel("What should be different?").fill("Hinge on the other side.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send the changes" }).tap();
  await expect(page.getByText("You asked for changes to version 1")).toBeVisible();
  await expect(page.getByText("“Hinge on the other side.”")).toBeVisible();

  const second = await make.addVersion(number, proofId);
  await page.goto(oldLink);
  await expect(page.getByRole("heading", { name: "There is a newer version" })).toBeVisible();
  await expect(page.getByRole("button", { name: "E-mail me a new link" })).toBeHidden();
  await make.asked(second.versionId, [dana.id], "Hinge moved.");
  await mailTo(dana.email, /Please approve.*Front gate/, 2);
  await page.reload();
  await expectAccessible(page);
  await page.getByRole("button", { name: "E-mail me a new link" }).tap();
  await expect(page.getByText(/A new link goes to d…@example.com/)).toBeVisible();
  await page.goto(linkIn(await mailTo(dana.email, /Your new link/), "/a/"));
  await expect(page.getByRole("img", { name: /Front gate, version 2/ })).toBeVisible();
  await page.getByRole("button", { name: "Approve" }).tap();
  await expect(page.getByText("You approved version 2")).toBeVisible();
  expect(await make.stateOf(versionId)).toBe("superseded");
  expect(await make.stateOf(second.versionId)).toBe("approved");
  await context.close();
});

test("a stranger with a forwarded link sees that one decision and nothing else, and is out once it is taken back", async ({
  browser,
}) => {
  const first = await make.takeIn([{ name: "Dana Drawn", role: "approver" }]);
  const second = await make.takeIn([{ name: "Rob Rival", role: "approver" }]);
  const [dana] = first.contacts;
  const [rob] = second.contacts;
  if (!dana || !rob) return;
  await make.asked(first.versionId, [dana.id]);
  await make.asked(second.versionId, [rob.id]);
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
