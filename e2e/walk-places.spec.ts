import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type Role, roles } from "../db/vocabulary";
import { Actor } from "./actor";
import { keyPlaces, keyWrites, openPlaces, parts, places, writes } from "./walk/places";
import { linkPlaces, portalPlaces } from "./walk/portal";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 600_000 });

let world: World;
let asked = 0;

test.beforeAll(async () => {
  world = await openWorld();
});

test.afterAll(async () => {
  console.log(
    `place walk: ${Object.keys(places).length} pages and routes, ${Object.keys(writes).length} writing routes, ${asked} requests`,
  );
  await world.sql.end();
});

/** What a request came to, its body let go: a live stream never ends by itself. */
async function statusOf(
  by: Actor,
  path: string,
  init: RequestInit & { origin?: string | null } = {},
): Promise<number> {
  asked += 1;
  const stop = new AbortController();
  const response = await by.fetch(path, { ...init, signal: stop.signal });
  const { status } = response;
  const isAway = status === 307 && /\/sign-in/.test(response.headers.get("location") ?? "");
  stop.abort();
  return isAway ? 401 : status;
}

test("SECURITY 11: the walk covers every page and route of the build", () => {
  const built: Record<string, string> = JSON.parse(
    readFileSync(".next/server/app-paths-manifest.json", "utf8"),
  );
  const writing = [
    "/api/brand/logo/route",
    "/api/files/route",
    "/api/files/[id]/downloads/route",
    "/api/imports/route",
    "/api/jobs/[number]/stage/route",
    "/api/portal/files/[id]/downloads/route",
  ];
  const walked = [
    ...Object.keys(places),
    ...openPlaces,
    ...keyPlaces,
    ...parts,
    ...writing,
    ...Object.keys(portalPlaces),
    ...Object.keys(linkPlaces),
  ].sort();
  expect(Object.keys(built).filter((name) => !walked.includes(name))).toEqual([]);
});

test("SECURITY 11, 20: every method of every route that can change something is walked", () => {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("route.ts"),
  );
  const changing = files.flatMap((name) => {
    const methods = readFileSync(`app/api/${name}`, "utf8").matchAll(
      /^export (?:const|async function|function) (POST|PUT|PATCH|DELETE)\b/gm,
    );
    return [...methods].map(([, method]) => `${method} /api/${name.replace("/route.ts", "")}`);
  });
  const known = [
    ...Object.keys(writes),
    ...keyWrites,
    "POST /api/auth/[...nextauth]",
    "POST /api/portal/files/[id]/downloads",
  ];
  expect(changing.filter((one) => !known.includes(one))).toEqual([]);
  expect(changing.length).toBeGreaterThan(3);
});

test("SECURITY 20: next-auth's own door takes no change from another origin", async () => {
  for (const origin of ["https://evil.example", "null", null]) {
    const status = await statusOf(world.people.owner, "/api/auth/signout", { method: "POST", origin });
    expect({ origin, status }).toEqual({ origin, status: 403 });
  }
  expect(await statusOf(world.people.owner, "/account")).toBe(200);
});

for (const [name, place] of Object.entries(places)) {
  test(`SECURITY 11, 12: ${name} opens to whom it should`, async () => {
    const path = typeof place.at === "string" ? place.at : await place.at(world);
    for (const role of roles) {
      const status = await statusOf(world.people[role as Role], path);
      const isOpen = status === 200 || (status === 404 && path.endsWith("/thumbnail"));
      if (place.may.includes(role)) expect({ role, isOpen, status }).toMatchObject({ role, isOpen: true });
      else expect({ role, status }).toEqual({ role, status: 403 });
    }
    expect(await statusOf(new Actor("nobody"), path)).toBe(401);
    if (place.isOfShop) expect(await statusOf(world.other, path)).toBe(404);
  });
}

for (const [name, door] of Object.entries(writes)) {
  test(`SECURITY 11, 12, 20: ${name} changes something only for whom it should, from our own pages`, async () => {
    for (const role of roles) {
      const { path, init } = await door.send(world);
      const status = await statusOf(world.people[role as Role], path, init);
      if (door.may.includes(role))
        expect({ role, status: Math.floor(status / 100) }).toEqual({ role, status: 2 });
      else expect({ role, status }).toEqual({ role, status: 403 });
    }
    const rightful = world.people[door.may[0] as Role];
    for (const origin of ["https://evil.example", "null", null]) {
      const { path, init } = await door.send(world);
      expect({ origin, status: await statusOf(rightful, path, { ...init, origin }) }).toEqual({
        origin,
        status: 403,
      });
    }
    const { path, init } = await door.send(world);
    expect(await statusOf(new Actor("nobody"), path, init)).toBe(401);
    if (door.isOfShop) expect(await statusOf(world.other, path, init)).toBe(404);
  });
}
