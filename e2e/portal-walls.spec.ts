import { expect, test } from "@playwright/test";
import { Actor } from "./actor";
import { codeOf, foreignOrigins, statusOf } from "./walk/ask";
import { openPortal, type Portal } from "./walk/portal";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 600_000 });

let world: World;
let portal: Portal;

test.beforeAll(async () => {
  world = await openWorld();
  portal = await openPortal(world);
});

test.afterAll(async () => {
  await world.sql.end();
});

test("SECURITY 34: token pages are kept by nobody and tell no other site where one came from", async () => {
  const { versionId } = await portal.asked();
  for (const path of [`/a/${await portal.link(versionId)}`, `/portal/enter/${"A".repeat(43)}`]) {
    const { headers } = await new Actor("nobody").fetch(path);
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  }
});

test("SECURITY 14: no cost, note, internal word, private file or other customer is in any page, as HTML or as payload", async () => {
  const { versionId, number } = await portal.asked();
  const token = await portal.link(versionId);
  await world.owner.do("addCommentAction", { number, body: "they always pay late" });
  await world.owner.do("addProofCommentAction", { versionId, body: "do not tell them" });
  const secrets = [
    "12345",
    "123.45",
    "hang by the back holes",
    "pay late",
    "do not tell",
    "Walk Rivals",
    "Walk Owner's",
  ];
  const paths = [
    "/portal",
    "/portal?q=gate",
    `/portal/jobs/${number}`,
    `/portal/proofs/${versionId}`,
    "/portal/account",
  ];
  const read = async (by: Actor, path: string, headers: Record<string, string>) => {
    const first = await by.fetch(path, { headers });
    // Next sends who asks for the payload on to the same address with a mark of what they asked.
    const location = first.headers.get("location");
    const response = location?.includes("_rsc") ? await by.fetch(location, { headers }) : first;
    const type = headers.rsc ? "text/x-component" : "text/html";
    const told = { path, status: response.status, type: response.headers.get("content-type") };
    expect(told).toEqual({ path, status: 200, type: expect.stringContaining(type) });
    return response.text();
  };
  for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
    const pages = await Promise.all([
      ...paths.map((path) => read(portal.viewer, path, headers)),
      read(new Actor("nobody"), `/a/${token}`, headers),
    ]);
    for (const [at, page] of pages.entries()) {
      const found = secrets.filter((one) => page.includes(one));
      expect({ path: paths[at] ?? "link", found }).toEqual({ path: paths[at] ?? "link", found: [] });
    }
    expect(pages[2]).toContain(String(number));
  }
});

for (const of of ["job", "customer"] as const) {
  test(`SECURITY 12, 33: a ${of}'s file is its own customer's alone, and nobody's once it is private`, async () => {
    const { fileId } = await portal.shared(of);
    const path = `/api/portal/files/${fileId}`;
    for (const at of [path, `${path}/thumbnail`]) {
      expect(await statusOf(portal.viewer, at)).toBe(200);
      for (const foreign of [portal.rival, portal.stranger]) expect(await statusOf(foreign, at)).toBe(404);
    }
    await world.owner.do("unshareFilesAction", { fileIds: [fileId] });
    expect(await statusOf(portal.viewer, path)).toBe(404);
    expect(await statusOf(portal.viewer, `/api/files/${fileId}`)).toBe(401);
  });
}

test("SECURITY 11, 20: a download is counted for the customer's own people, from our own pages", async () => {
  const { fileId } = await portal.shared();
  const path = `/api/portal/files/${fileId}/downloads`;
  const post = { method: "POST" };
  expect(await statusOf(portal.viewer, path, post)).toBe(204);
  expect(await statusOf(portal.rival, path, post)).toBe(404);
  expect(await statusOf(new Actor("nobody"), path, post)).toBe(401);
  for (const origin of foreignOrigins)
    expect(await statusOf(portal.viewer, path, { ...post, origin })).toBe(403);
  const [row] = await world.sql`select downloads from file where id = ${fileId}`;
  expect(row?.downloads).toBe(1);
});

test("SECURITY 11, 19: a contact's session opens nothing of the shop's own side, its live stream and search among it", async () => {
  const { number } = await world.job();
  const away = [307, 401, 403, 404];
  for (const path of [
    "/board",
    `/jobs/${number}`,
    `/customers/${portal.customerId}`,
    "/settings",
    "/api/live",
    "/api/board",
    "/api/search?q=walk",
    `/api/jobs/${number}/story`,
  ]) {
    const response = await portal.approver.fetch(path);
    const location = response.headers.get("location") ?? "";
    await response.body?.cancel();
    expect({ path, isAway: away.includes(response.status) && !location.includes("/portal") }).toEqual({
      path,
      isAway: true,
    });
  }
  expect(await codeOf(portal.approver, "addCommentAction", { number, body: "x" })).toBe("signed-out");
});

test("a member who looks at what a contact sees reads it and can change nothing", async () => {
  const looker = world.people.office;
  await looker.do("previewContactAction", { contactId: portal.approver.contactId });
  const { number, versionId, version } = await portal.asked();
  const page = await (await looker.fetch(`/portal/jobs/${number}`)).text();
  expect(page).toContain("You see what");
  for (const [name, input] of [
    ["addPortalCommentAction", { onceId: crypto.randomUUID(), number, body: "x" }],
    ["decideProofAction", { versionId, version, verdict: "approved" }],
    ["commentOnProofAction", { versionId, body: "x" }],
    ["seeProofAction", { versionId }],
    ["switchCustomerAction", { contactId: portal.viewer.contactId }],
    ["endContactSessionAction", { id: portal.approver.sessionId }],
  ] as const) {
    expect({ name, code: await codeOf(looker, name, input) }).toEqual({ name, code: "signed-out" });
  }
  const left = await looker.do<{ to: string }>("leavePreviewAction");
  expect(left.to).toBe(`/customers/${portal.customerId}`);
  expect(await statusOf(looker, "/portal")).toBe(401);
});
