import { expect, test } from "@playwright/test";
import { Actor } from "./actor";
import { linkActions, linkPlaces, openPortal, type Portal, portalActions, portalPlaces } from "./walk/portal";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 600_000 });

let world: World;
let portal: Portal;
let calls = 0;

test.beforeAll(async () => {
  world = await openWorld();
  portal = await openPortal(world);
});

test.afterAll(async () => {
  const doors = [portalActions, linkActions, portalPlaces, linkPlaces].map((one) => Object.keys(one).length);
  console.log(`portal walk: ${doors.join(" + ")} doors, ${calls} calls`);
  await world.sql.end();
});

const foreignOrigins = ["https://evil.example", "null", null];

async function codeOf(by: Actor, name: string, input: unknown, origin?: string | null): Promise<string> {
  calls += 1;
  const answer = await by.call(name, input, origin === undefined ? {} : { origin });
  return answer.ok ? "ok" : answer.code;
}

async function statusOf(by: Actor, path: string, init: RequestInit & { origin?: string | null } = {}) {
  calls += 1;
  const response = await by.fetch(path, init);
  const isAway = response.status === 307 && /\/portal\/sign-in/.test(response.headers.get("location") ?? "");
  await response.arrayBuffer();
  return isAway ? 401 : response.status;
}

for (const [name, door] of Object.entries(portalActions)) {
  test(`SECURITY 11, 12, 16, 20: ${name} opens to whom it should, from our own pages alone`, async () => {
    for (const who of ["approver", "viewer"] as const) {
      const by = portal[who];
      const code = await codeOf(by, name, await door.input(portal, by));
      expect({ who, code }).toEqual({ who, code: door.may.includes(who) ? "ok" : "forbidden" });
    }
    for (const origin of foreignOrigins) {
      const input = await door.input(portal, portal.approver);
      expect({ origin, code: await codeOf(portal.approver, name, input, origin) }).toEqual({
        origin,
        code: "wrong-origin",
      });
    }
    for (const by of [new Actor("nobody"), world.owner, portal.ended]) {
      const code = await codeOf(by, name, await door.input(portal, portal.approver));
      expect({ by: by.name, code }).toEqual({ by: by.name, code: "signed-out" });
    }
    for (const by of [portal.rival, portal.stranger]) {
      const code = await codeOf(by, name, await door.input(portal, portal.approver));
      expect({ by: by.name, code }).toEqual({ by: by.name, code: "not-found" });
    }
  });
}

for (const [name, inputOf] of Object.entries(linkActions)) {
  test(`SECURITY 11, 18, 20: ${name} opens to who holds the link, while it works, from our own pages alone`, async () => {
    const nobody = new Actor("nobody");
    const one = await portal.asked();
    const token = await portal.link(one.versionId);
    for (const origin of foreignOrigins) {
      const code = await codeOf(nobody, name, { ...inputOf(one), token }, origin);
      expect({ origin, code }).toEqual({ origin, code: "wrong-origin" });
    }
    const dead = {
      unknown: "A".repeat(43),
      over: await portal.link(one.versionId, { isOver: true }),
      revoked: await portal.link(one.versionId, { isRevoked: true }),
    };
    for (const [why, old] of Object.entries(dead)) {
      const code = await codeOf(nobody, name, { ...inputOf(one), token: old });
      expect({ why, code }).toEqual({ why, code: "gone" });
    }
    expect(await codeOf(nobody, name, inputOf(one))).toBe("invalid");
    const other = await portal.asked();
    const before = await standingOf(other.versionId);
    const code = await codeOf(nobody, name, { ...inputOf(other), token });
    expect(code).toBe(name === "seeByLinkAction" ? "ok" : "not-found");
    expect(await standingOf(other.versionId)).toEqual(before);
    expect(await codeOf(nobody, name, { ...inputOf(one), token })).toBe("ok");
  });
}

/** All that a decision, a comment or a look would change of a version. */
async function standingOf(versionId: string) {
  const [row] = await world.sql`
    select v.state, v.version, v.decided_at,
      (select count(*)::int from decision d where d.version_id = v.id) as decisions,
      (select count(*)::int from comment c where c.proof_version_id = v.id) as comments,
      (select count(seen_at)::int from proof_recipient r where r.version_id = v.id) as seen,
      (select count(*)::int from approval_link l where l.version_id = v.id and l.revoked_at is not null) as revoked
    from proof_version v where v.id = ${versionId}`;
  return row;
}

for (const [name, place] of Object.entries(portalPlaces)) {
  test(`SECURITY 11, 12, 33: ${name} opens to the customer's own people alone`, async () => {
    const path = await place.at(portal);
    for (const by of [portal.approver, portal.viewer]) {
      expect({ by: by.name, status: await statusOf(by, path) }).toEqual({ by: by.name, status: 200 });
    }
    for (const by of [new Actor("nobody"), world.owner, portal.ended]) {
      expect({ by: by.name, status: await statusOf(by, path) }).toEqual({ by: by.name, status: 401 });
    }
    for (const by of [portal.rival, portal.stranger]) {
      const status = place.isOfCustomer ? 404 : 200;
      expect({ by: by.name, status: await statusOf(by, path) }).toEqual({ by: by.name, status });
    }
  });
}

for (const [name, made] of Object.entries(linkPlaces)) {
  test(`SECURITY 18: ${name} opens under its own link alone`, async () => {
    const { token, rest } = await made(portal);
    const nobody = new Actor("nobody");
    expect(await statusOf(nobody, `/a/${token}${rest}`)).toBe(200);
    expect(await statusOf(nobody, `/a/${"A".repeat(43)}${rest}`)).toBe(404);
    const other = await portal.asked();
    const others = await portal.link(other.versionId);
    expect(await statusOf(nobody, `/a/${others}${rest}`)).toBe(404);
    const over = await portal.link(other.versionId, { isOver: true });
    expect(await statusOf(nobody, `/a/${over}${rest}`)).toBe(404);
  });
}

test("SECURITY 18, 21: opening a link by GET or HEAD, however often, decides, sees and ends nothing", async () => {
  const { versionId, pageId } = await portal.asked();
  const token = await portal.link(versionId);
  const before = await standingOf(versionId);
  const told = () =>
    world.sql`select seq, kind from event where shop_id = ${world.shopId} and kind not like 'message.%' order by seq`;
  const events = await told();
  const scanner = new Actor("a mail scanner");
  const tries = ["", "?verdict=approved", "?decide=approved&versionId=x", `/pages/${pageId}`, "/receipt"];
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    for (const rest of tries) await statusOf(scanner, `/a/${token}${rest}`, { method });
  }
  await statusOf(scanner, `/a/${token}`, {
    method: "POST",
    body: new URLSearchParams({ verdict: "approved" }),
  });
  expect(await standingOf(versionId)).toEqual(before);
  expect(await told()).toEqual(events);
});

test("SECURITY 18, 21: opening a sign-in link signs nobody in", async () => {
  const scanner = new Actor("a mail scanner");
  for (const method of ["GET", "HEAD"]) {
    const response = await scanner.fetch(`/portal/enter/${"A".repeat(43)}`, { method });
    expect(response.headers.getSetCookie().filter((one) => one.includes("coatyard.portal"))).toEqual([]);
  }
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
    calls += 1;
    const response = await by.fetch(path, { headers });
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
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

test("SECURITY 33: a file that is private, or was shared and is so no more, is not to be had", async () => {
  const { fileId } = await portal.shared();
  expect(await statusOf(portal.viewer, `/api/portal/files/${fileId}`)).toBe(200);
  await world.owner.do("unshareFilesAction", { fileIds: [fileId] });
  expect(await statusOf(portal.viewer, `/api/portal/files/${fileId}`)).toBe(404);
  expect(await statusOf(portal.viewer, `/api/files/${fileId}`)).toBe(401);
});

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
