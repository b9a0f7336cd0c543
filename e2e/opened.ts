import { expect, type Locator, type Page } from "@playwright/test";

type Opened = {
  name: string;
  path: (number: number) => string;
  /** What a person does for it. */
  act: (page: Page) => Promise<void>;
  seen: (page: Page) => Locator;
  /** It is not there on a phone. */
  isWide?: true;
};

const board = () => "/board";
const jobs = () => "/jobs";
const job = (number: number) => `/jobs/${number}`;
const intake = () => "/jobs/new";

const firstCard = (page: Page) => page.locator("[data-number]").first();
const option = (page: Page, name: RegExp) =>
  page.getByRole("option", { name }).filter({ visible: true }).first();
const press = async (page: Page, key: string) => {
  await firstCard(page).focus();
  await page.keyboard.press(key);
};

async function pressOnProof(page: Page, name: string): Promise<void> {
  const proof = page.getByRole("link", { name: /^Front gate/ });
  if (await proof.isVisible()) await proof.click();
  await page.getByRole("button", { name }).click();
}

/** What opens over a page, or says something on it. */
export const opened: Opened[] = [
  {
    name: "putting a job off",
    path: job,
    act: (page) => page.getByRole("button", { name: "Delay…" }).click(),
    seen: (page) => page.getByRole("dialog", { name: /^Delay \d+/ }),
  },
  {
    name: "Move to…",
    path: board,
    act: (page) => press(page, "m"),
    seen: (page) => page.getByRole("dialog", { name: /^Move \d+ to/ }),
  },
  {
    name: "a toast",
    path: board,
    act: async (page) => {
      await press(page, "m");
      const stages = page.getByRole("dialog").getByRole("listitem").getByRole("button", { disabled: false });
      await stages.first().click();
    },
    seen: (page) => page.getByRole("region", { name: "Notices" }).getByRole("button", { name: "Undo" }),
  },
  {
    name: "the command menu with what it found",
    path: board,
    act: async (page) => {
      await press(page, "ControlOrMeta+k");
      await page.getByPlaceholder(/^Job number/).fill("Three Elms");
    },
    seen: (page) => option(page, /Three Elms/),
  },
  {
    name: "the keys",
    path: board,
    act: (page) => press(page, "?"),
    seen: (page) => page.getByRole("dialog", { name: "Keys" }),
  },
  {
    name: "the account menu",
    path: board,
    act: (page) => page.locator('[popovertarget="account-menu"]').filter({ visible: true }).click(),
    seen: (page) => page.getByRole("region", { name: "Account" }),
  },
  {
    name: "a job over the board",
    path: board,
    act: (page) => firstCard(page).click(),
    seen: (page) => page.getByRole("dialog").getByRole("heading", { name: /Story/ }),
  },
  {
    name: "a filter of the jobs",
    path: jobs,
    act: (page) => page.getByRole("button", { name: /^Stage:/ }).click(),
    seen: (page) => page.getByRole("dialog", { name: "Stage" }),
  },
  {
    name: "the columns of the jobs",
    path: jobs,
    act: (page) => page.getByRole("button", { name: "Columns" }).click(),
    seen: (page) => page.getByRole("dialog", { name: "Columns" }),
    isWide: true,
  },
  {
    name: "the assignees of a job",
    path: job,
    act: (page) => page.locator('[data-job-key="a"]').click(),
    seen: (page) => page.getByRole("menu"),
  },
  {
    name: "a finish under change",
    path: job,
    act: async (page) => {
      const field = page.getByPlaceholder("Another coat");
      if (!(await field.isVisible()))
        await page
          .getByRole("button", { name: /^Finish of/ })
          .first()
          .click();
      await field.fill("9005", { timeout: 2_000 });
    },
    seen: (page) => option(page, /9005/),
  },
  {
    name: "the customers found at intake",
    path: intake,
    act: (page) => page.getByLabel("Customer", { exact: true }).fill("Three"),
    seen: (page) => option(page, /Three Elms/),
  },
  {
    name: "the colours found at intake",
    path: intake,
    act: (page) => page.getByLabel("Finish", { exact: true }).fill("9016"),
    seen: (page) => option(page, /9016/),
  },
  {
    name: "an invitation",
    path: () => "/settings/people",
    act: (page) => page.getByRole("button", { name: "Invite somebody" }).click(),
    seen: (page) => page.getByRole("dialog", { name: "Invite somebody" }),
  },
  {
    name: "a proof being added",
    path: job,
    act: (page) => page.getByRole("button", { name: "Add proof" }).click(),
    seen: (page) => page.getByRole("dialog", { name: "Add a proof" }),
  },
  {
    name: "a proof being asked about",
    path: job,
    act: (page) => pressOnProof(page, "Ask for a decision"),
    seen: (page) => page.getByRole("dialog", { name: "Ask for a decision" }),
  },
  {
    name: "a decision being recorded",
    path: job,
    act: (page) => pressOnProof(page, "Record a decision"),
    seen: (page) => page.getByRole("dialog", { name: "Record a decision" }),
  },
  {
    name: "a stage being changed",
    path: () => "/settings/stages",
    act: (page) => page.getByRole("button", { name: "Edit QC" }).click(),
    seen: (page) => page.getByRole("dialog", { name: "Edit QC" }),
  },
];

/** Opens it; what is done before the page listens is done again. */
export async function open(page: Page, { act, seen }: Opened): Promise<void> {
  await expect(async () => {
    if (!(await seen(page).isVisible())) await act(page);
    await expect(seen(page)).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}
