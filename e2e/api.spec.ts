import { request } from "node:http";
import { expect, test } from "@playwright/test";
import { Actor, appUrl } from "./actor";
import { database, openShop } from "./world";

type Operation = { operationId: string; requestBody?: object };
type Document = { paths: Record<string, Record<string, Operation>> };

let owner: Actor;
const sql = database();

test.beforeAll(async () => {
  owner = await openShop();
});

test.afterAll(() => sql.end());

const asked = (path: string) =>
  `/api/v1${path.replace(/\{(number|seq)\}/g, "1001").replace(/\{\w+\}/g, crypto.randomUUID())}`;
const written = {
  "idempotency-key": crypto.randomUUID(),
  "if-match": "*",
  "content-type": "application/json",
};

test("SECURITY 11, 17, 20: over HTTP no operation opens to nobody, to a signed-in owner's cookies, or to a key in the address", async () => {
  const document: Document = await (await fetch(`${appUrl()}/api/v1/openapi.json`)).json();
  const nobody = new Actor("nobody");
  let calls = 0;
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const body = operation.requestBody ? "{}" : undefined;
      const sent = { method: method.toUpperCase(), body, headers: written };
      for (const by of [nobody, owner]) {
        const answer = await by.fetch(asked(path), sent);
        expect({ at: operation.operationId, by: by.name, status: answer.status }).toMatchObject({
          status: expect.any(Number),
        });
        // Sixty wrong tries in a minute, then everyone without a key waits.
        expect([401, 429]).toContain(answer.status);
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(answer.headers.get("access-control-allow-origin")).toBeNull();
        calls += 1;
      }
    }
  }
  console.log(`api walk: ${calls} calls without a key, none let in`);
  await sql`delete from throttle where key like 'api-stranger:%'`;
});

test("an address that is none and a method that nobody has are refused as problems, however they are written", async () => {
  const statusOf = (method: string, path: string) =>
    new Promise<{ status?: number; type?: string }>((resolve, reject) => {
      const asking = request(appUrl(), { method, path }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode, type: answer.headers["content-type"] });
      });
      asking.on("error", reject).end();
    });
  const type = "application/problem+json";
  for (const path of ["", "/job", "/%zz", "/%ff", "/%00", "/jobs%2f1"]) {
    expect({ path, ...(await statusOf("GET", `/api/v1${path}`)) }).toEqual({ path, status: 404, type });
  }
  for (const path of ["/jobs/%zz", "/jobs/%ff", "/jobs/%00"]) {
    expect({ path, ...(await statusOf("GET", `/api/v1${path}`)) }).toEqual({ path, status: 401, type });
  }
  for (const method of ["TRACE", "OPTIONS", "DELETE"]) {
    expect({ method, ...(await statusOf(method, "/api/v1/jobs")) }).toEqual({ method, status: 405, type });
  }
});

test("an owner makes a key, a program takes in and moves a job with it, and the owner shuts it out", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(owner.browserCookies());
  const page = await context.newPage();
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Program").fill("Website form");
  for (const may of [
    "Read jobs, parts and stages",
    "Take in, edit and move jobs",
    "Add and edit customers and contacts",
  ]) {
    await dialog.getByLabel(may, { exact: true }).check();
  }
  await dialog.getByRole("button", { name: "Make the key" }).click();
  const key = await dialog.getByLabel("Key", { exact: true }).inputValue();
  expect(key).toMatch(/^coatyard_[\w-]{43}$/);
  await dialog.getByRole("button", { name: "Done" }).click();
  const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${appUrl()}/api/v1${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        authorization: `Bearer ${key}`,
        ...written,
        "idempotency-key": crypto.randomUUID(),
        ...headers,
      },
    });
  const made = await ask("POST", "/jobs", {
    newCustomer: { name: "Web Fences" },
    parts: [{ description: "gate" }],
  });
  expect(made.status).toBe(201);
  const job = await made.json();
  const { items: stages } = await (await ask("GET", "/stages")).json();
  const prep = stages.find((stage: { name: string }) => stage.name === "Prep");
  const read = await ask("GET", `/jobs/${job.number}/stage`);
  const match = { "if-match": read.headers.get("etag") as string };
  expect((await ask("PUT", `/jobs/${job.number}/stage`, { toStageId: prep.id }, match)).status).toBe(200);
  expect((await ask("PUT", `/jobs/${job.number}/stage`, { toStageId: prep.id }, match)).status).toBe(412);
  await page.goto(`/jobs/${job.number}`);
  await expect(page.getByText("moved it from Received to Prep")).toBeVisible();
  await expect(page.getByText("Website form").first()).toBeVisible();
  await page.goto("/settings/api-keys");
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke Website form" }).click();
  await page
    .getByRole("dialog")
    .or(page.getByRole("alertdialog"))
    .getByRole("button", { name: "Revoke", exact: true })
    .click();
  await expect(page.getByText("revoked", { exact: true }).first()).toBeVisible();
  expect((await ask("GET", "/stages")).status).toBe(401);
  await context.close();
});
