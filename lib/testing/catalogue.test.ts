import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "./database";
import { openRealShop } from "./real-shop";

const { ownerUrl, appUrl } = testDatabase();

/** Identity: read by lib/people alone, by its own keys. Everything else belongs to a shop. */
const identityTables = ["approval_link", "contact_session", "link", "person", "session", "shop", "throttle"];
const appendOnlyTables = ["decision", "event", "event_seal", "inspection", "movement"];

let owner: postgres.Sql;
let app: postgres.Sql;
let tables: string[];

beforeAll(async () => {
  owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  app = postgres(appUrl, { max: 1, onnotice: () => {} });
  const rows =
    await owner`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
  tables = rows
    .map((row) => row.relname)
    .filter((name) => !identityTables.includes(name))
    .sort();
});

afterAll(async () => {
  await owner.end();
  await app.end();
});

describe("SECURITY 13: the walk over the catalogue", () => {
  test("every tenant table has its shop, forced row-level security and one policy for all commands", async () => {
    expect(tables.length).toBeGreaterThan(20);
    const rows = await owner`
      select c.relname, c.relrowsecurity, c.relforcerowsecurity,
        (select attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id') as has_shop,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
          and pg_get_expr(p.polqual, p.polrelid) like '%NULLIF(current_setting(''coatyard.shop''::text, true), ''''::text)%'
          and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)) as guards
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in ${owner(tables)}`;
    const bare = rows.filter(
      (row) => !(row.relrowsecurity && row.relforcerowsecurity && row.has_shop && row.guards === 1),
    );
    expect(bare).toEqual([]);
    expect(rows).toHaveLength(tables.length);
  });

  test("no other policy opens a tenant table, but for one's own at sign-in or by its key", async () => {
    const rows = await owner`
      select c.relname, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'public'::regnamespace and p.polname <> 'own_shop' order by 1`;
    expect(rows.map((row) => `${row.relname} ${row.polname}`)).toEqual([
      "api_key own_key",
      "contact own_contacts",
      "member own_memberships",
    ]);
  });

  test("every primary key and every index that serves a shop's reads leads with the shop", async () => {
    const rows = await owner`
      select c.relname, pg_get_indexdef(i.indexrelid) as index from pg_index i
      join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and c.relname in ${owner(tables)} and i.indisprimary`;
    const other = rows.filter((row) => !/\(shop_id(,|\))/.test(row.index));
    expect(other).toEqual([]);
  });

  test("every reference between tenant tables goes by shop and id", async () => {
    const rows = await owner`
      select c.conrelid::regclass::text as from_table, pg_get_constraintdef(c.oid) as reference from pg_constraint c
      where c.contype = 'f' and c.conrelid::regclass::text in ${owner(tables)}
        and c.confrelid::regclass::text in ${owner(tables)}`;
    const crossing = rows.filter(
      (row) => !/FOREIGN KEY \(shop_id, \w+\) REFERENCES \w+\(shop_id, id\)/.test(row.reference),
    );
    expect(crossing).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  test("every tenant table belongs to a shop that exists, and goes when the owner deletes it", async () => {
    const rows = await owner`
      select c.conrelid::regclass::text as name from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'shop'::regclass and c.confdeltype = 'c'`;
    expect(tables.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });

  test("the app's role owns nothing, bypasses nothing, and cannot change or delete history", async () => {
    const [role] = await app`
      select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
    for (const name of appendOnlyTables) {
      const [may] =
        await app`select has_table_privilege(${name}, 'UPDATE') as u, has_table_privilege(${name}, 'DELETE') as d,
        has_table_privilege(${name}, 'TRUNCATE') as t`;
      expect({ name, ...may }).toEqual({ name, u: false, d: false, t: false });
    }
  });

  test("with no shop set every tenant table shows 0 rows, and takes none", async () => {
    const { owner: someone } = await openRealShop();
    const [there] = await app.begin(async (tx) => {
      await tx`select set_config('coatyard.shop', ${someone.shop.id}, true)`;
      return tx`select count(*)::int as number from event`;
    });
    expect(there?.number).toBeGreaterThan(0);
    for (const name of tables) {
      const [seen] = await app`select count(*)::int as number from ${app(name)}`;
      expect({ name, number: seen?.number }).toEqual({ name, number: 0 });
    }
    const forged = app`insert into event_head (shop_id, seq) values (${someone.shop.id}, 1)`;
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  test("with one shop set, another's rows are neither seen nor changed", async () => {
    const here = await openRealShop("Here");
    const there = await openRealShop("There");
    await app.begin(async (tx) => {
      await tx`select set_config('coatyard.shop', ${here.owner.shop.id}, true)`;
      for (const name of tables) {
        const [seen] =
          await tx`select count(*)::int as number from ${tx(name)} where shop_id = ${there.owner.shop.id}`;
        expect({ name, number: seen?.number }).toEqual({ name, number: 0 });
      }
      const changed = await tx`update stage set name = 'Mine' where shop_id = ${there.owner.shop.id}`;
      expect(changed.count).toBe(0);
    });
    const [after] = await app`select current_setting('coatyard.shop', true) as shop`;
    expect(after?.shop || "").toBe("");
  });
});
