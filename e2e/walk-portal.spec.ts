import { expect, test } from "@playwright/test";
import { Actor } from "./actor";
import { asked, codeOf, foreignOrigins, statusOf } from "./walk/ask";
import { linkActions, linkPlaces, openPortal, type Portal, portalActions, portalPlaces } from "./walk/portal";
import { withNul } from "./walk/with-nul";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 600_000 });

let world: World;
let portal: Portal;

test.beforeAll(async () => {
  world = await openWorld();
  portal = await openPortal(world);
});

test.afterAll(async () => {
  const doors = [portalActions, linkActions, portalPlaces, linkPlaces].map((one) => Object.keys(one).length);
  console.log(`portal walk: ${doors.join(" + ")} doors, ${asked.calls} calls`);
  await world.sql.end();
});

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
    const odd = withNul(await door.input(portal, portal.approver));
    expect(await codeOf(portal.approver, name, odd)).not.toBe("failed");
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
    expect(await codeOf(nobody, name, { ...(withNul(inputOf(one)) as object), token })).not.toBe("failed");
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
