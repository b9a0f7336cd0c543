import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { type Role, rolePermissions, roles } from "../db/vocabulary";
import type { Actor } from "./actor";
import { places } from "./walk/places";
import { openWorld, type World } from "./walk/world";

test.describe.configure({ timeout: 300_000 });

/** Figures of prices and costs that stand nowhere else, by their first digits: the rest may be rounded or cut. */
const planted = { job: 9876543, part: 8765432, powder: 7654321, lot: 6543210, movement: 5432109 };
const word = "Zyxwalk";

let world: World;
/** Where each place is, with what was planted behind it. A live stream never ends and is watched elsewhere. */
const paths = new Map<string, string>();

test.beforeAll(async () => {
  const opened = await openWorld();
  const { owner, sql, shopId } = opened;
  const customer = await owner.do<{ id: string }>("createCustomerAction", { name: `Walk ${word}` });
  const job = await owner.do<{ id: string; number: number }>("createJobAction", {
    customerId: customer.id,
    priceCents: planted.job * 10,
    notes: `${word} hangs`,
    parts: [{ description: `walk ${word}`, priceCents: planted.part * 10 }],
  });
  await owner.do("editJobAction", { number: job.number, changes: { priceCents: planted.job * 10 + 1 } });
  const [powder] = await sql`
    insert into powder (shop_id, maker, code, name, price_cents, price_unit)
    values (${shopId}, ${word}, ${`walk ${word} ${crypto.randomUUID()}`}, 'White', ${planted.powder * 10}, 'lb') returning id`;
  const [lot] = await sql`
    insert into lot (shop_id, powder_id, label, price_cents, price_unit)
    values (${shopId}, ${powder?.id}, 'L1', ${planted.lot * 10}, 'lb') returning id`;
  await sql`
    insert into movement (shop_id, lot_id, kind, mass_mg, quantity_typed, unit_typed, cost_cents)
    values (${shopId}, ${lot?.id}, 'receipt', 4535924, 10, 'lb', ${planted.movement * 10})`;
  world = { ...opened, customer, job: async () => job };
  for (const [name, { at }] of Object.entries(places)) {
    if (name === "/api/live/route") continue;
    paths.set(name, typeof at === "string" ? at : await at(world));
  }
  paths.set("/(staff)/powders/[id]/page", `/powders/${powder?.id}`);
});

test.afterAll(() => world.sql.end());

async function read(by: Actor, path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await by.fetch(path, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** A page as a browser gets it first, and the payload it gets when it comes from another page. */
const readBoth = async (by: Actor, path: string) =>
  `${await read(by, path)}\n${path.startsWith("/api/") ? "" : await read(by, path, { rsc: "1" })}`;

const pricesIn = (text: string) => {
  const figures = text.replace(/[,.\s\u00a0\u202f]/g, "");
  return Object.entries(planted).flatMap(([what, figure]) =>
    figures.includes(String(figure)) ? [what] : [],
  );
};

test("SECURITY 14: no price or cost reaches who may not see prices, on any page, in any payload, by any route", async () => {
  const blind = roles.filter((role) => !rolePermissions[role].includes("prices.see"));
  expect(blind).not.toEqual([]);
  const shown = new Set<string>();
  for (const [name, path] of paths) {
    for (const what of pricesIn(await readBoth(world.owner, path))) shown.add(what);
    for (const role of blind) {
      const text = await readBoth(world.people[role as Role], path);
      expect({ name, role, prices: pricesIn(text) }).toEqual({ name, role, prices: [] });
    }
  }
  expect([...shown].sort()).toEqual(Object.keys(planted).sort());
});

test("SECURITY 12: no list, search, export or board of another shop says a word of this one", async () => {
  const told: string[] = [];
  for (const [name, path] of paths) {
    if (path.includes("?name=")) continue;
    if ((await readBoth(world.owner, path)).includes(word)) told.push(name);
    if (places[name]?.isOfShop) continue;
    expect({ name, isTold: (await readBoth(world.other, path)).includes(word) }).toEqual({
      name,
      isTold: false,
    });
  }
  expect(told.length).toBeGreaterThan(8);
});

test("text that cannot be kept is no fault of ours in any address: a route refuses it, a page reads on without it", async () => {
  for (const [name, path] of paths) {
    const odd = ["q", "name", "search", "show", "cursor", "before"].map((one) => `${one}=a%00b`).join("&");
    const { status } = await world.owner.fetch(`${path}${path.includes("?") ? "&" : "?"}${odd}`);
    const isRight = path.startsWith("/api/") ? status >= 400 && status < 500 : status < 500;
    expect({ name, status, isRight }).toMatchObject({ name, isRight: true });
  }
});

test("SECURITY 21: reading every page and route, by GET and HEAD, changes no row of any table", async () => {
  const before = await quietSums(world);
  for (const path of paths.values()) {
    await read(world.owner, path);
    await world.owner.fetch(path, { method: "HEAD" });
  }
  expect(await quietSums(world)).toEqual(before);
});

/**
 * A sum over every row of every table, once the worker has nothing to do and what it would fold within the minute is folded.
 * Seen-at times, counted tries and how far the worker has read are no change.
 */
async function quietSums(of: World): Promise<Record<string, string>> {
  let last = "";
  let sums: Record<string, string> = {};
  await expect
    .poll(
      async () => {
        await of.sql`select fold_facts(id) from shop`;
        const found = await sumTables(of.sql);
        const isQuiet = JSON.stringify(found) === last;
        last = JSON.stringify(found);
        sums = found;
        return isQuiet;
      },
      { timeout: 30_000, intervals: [700] },
    )
    .toBe(true);
  return sums;
}

async function sumTables(sql: World["sql"]): Promise<Record<string, string>> {
  const tables =
    await sql`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('throttle', 'spine_reader')`;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [sum] = await sql`
      select coalesce(md5(string_agg(row, '' order by row)), '') as sum
      from (select md5((to_jsonb(t) - 'seen_at')::text) as row from ${sql(name)} t) rows`;
    sums[name] = sum?.sum;
  }
  return sums;
}

test("SECURITY 34: every page has a nonce of its own on every script, is kept by nobody, and every answer says its type", async () => {
  const nonces: string[] = [];
  const open = ["/sign-in", "/reset", `/invite/${"A".repeat(43)}`, "/nowhere-at-all"];
  for (const path of [...paths.values(), ...open]) {
    const response = await world.owner.fetch(path);
    const { headers } = response;
    const text = await response.text();
    expect({ path, nosniff: headers.get("x-content-type-options") }).toEqual({ path, nosniff: "nosniff" });
    // A picture's address never gets other bytes, so its reader's own browser may keep it, and nobody between.
    const isPicture = headers.get("content-type")?.startsWith("image/");
    expect(headers.get("cache-control"), path).toMatch(isPicture ? /no-store|private/ : /no-store/);
    const isPage = headers.get("content-type")?.startsWith("text/html") && !headers.has("location");
    if (!isPage) continue;
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1] ?? "";
    for (const line of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(line);
    const scripts = text.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect({ path, bare: scripts.filter((one) => !one.includes(`nonce="${nonce}"`)) }).toEqual({
      path,
      bare: [],
    });
    nonces.push(nonce);
  }
  expect(nonces.length).toBeGreaterThan(15);
  expect(new Set(nonces).size).toBe(nonces.length);
});

test("SECURITY 32: a file is served with its own policy, which the rest of the product does not soften", async () => {
  const path = paths.get("/api/files/[id]/route") as string;
  const { headers } = await world.owner.fetch(path);
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-type")).toMatch(/^image\//);
});

test("SECURITY 37: what browsers are sent names no setting of the server, nor its libraries for secrets", () => {
  const names =
    /AUTH_SECRET|APP_DATABASE_URL|DATABASE_URL|RESEND_API_KEY|SMTP_URL|COATYARD_SETUP_CODE|argon2|passwordHash|password_hash/;
  const files = readdirSync(".next/static", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(js|css|json|map)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  const leaks = files.flatMap(
    (name) =>
      readFileSync(join(".next/static", name), "utf8")
        .match(names)
        ?.map((what) => `${name}: ${what}`) ?? [],
  );
  expect(leaks).toEqual([]);
  expect(files.filter((name) => name.endsWith(".map"))).toEqual([]);
});
