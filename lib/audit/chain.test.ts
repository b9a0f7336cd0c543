import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { chanceOf } from "@/db/seed/seeded-random";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { recordEvent } from "../history/record-event";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { rounds } from "../testing/rounds";
import { sealHistory } from "./seal-history";
import { verifyHistory } from "./verify-history";

const { ownerUrl } = testDatabase();
const chance = chanceOf("tampering");
let sql: postgres.Sql;
let owner: MemberContext;

beforeAll(async () => {
  const url = new URL(inject("testServer").superuserUrl);
  url.pathname = new URL(ownerUrl).pathname;
  sql = postgres(url.href, { max: 1, onnotice: () => {} });
  owner = (await openRealShop()).owner;
  await grow(owner);
});
afterAll(() => sql.end());

/** A history in several seals: one long, some short. */
async function grow(ctx: MemberContext): Promise<void> {
  for (let n = 1; n <= 4; n++) {
    await createCustomer(ctx, customerInput.parse({ name: `Acme ${n}` }));
    await sealHistory(ctx);
  }
  await inTransaction(ctx, async (work) => {
    for (let n = 0; n < 620; n++)
      recordEvent(work, { kind: "job.moved", subjectId: work.shop.id, before: { n }, after: { n: n + 1 } });
  });
  while ((await sealHistory(ctx)) > 0);
}

const at = (ctx: MemberContext) => ({ ...ctx, actor: { ...ctx.actor, id: crypto.randomUUID() } });
const verify = (ctx = owner) => verifyHistory(at(ctx));

test("SECURITY 36: an untouched history holds, and what is not sealed yet is counted", async () => {
  expect(await verify()).toEqual({ events: 626, unsealed: 0, broken: null });
  const { owner: other } = await openRealShop("Unsealed");
  expect(await verify(other)).toEqual({ events: 0, unsealed: 2, broken: null });
});

test("SECURITY 36: the app's own role can neither change nor remove events and seals", async () => {
  for (const text of [
    "update event set kind = 'x'",
    "delete from event",
    "update event_seal set mac = 'x'",
    "delete from event_seal",
  ]) {
    const tried = inTransaction(owner, ({ tx }) => tx.execute(text));
    await expect(tried).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});

type Tamper = (seq: number, other: number) => Promise<unknown>;
const of = (seq: number) => sql`shop_id = ${owner.shop.id} and seq = ${seq}`;
const tampers: Record<string, Tamper> = {
  "changed what was written": (seq) => sql`update event set after = '{"n": 0.5}' where ${of(seq)}`,
  "changed who did it": (seq) => sql`update event set actor_name = 'Nobody' where ${of(seq)}`,
  "changed when it was": (seq) => sql`update event set at = at - interval '1 microsecond' where ${of(seq)}`,
  "changed whose it is": (seq) => sql`update event set customer_id = ${crypto.randomUUID()} where ${of(seq)}`,
  removed: (seq) => sql`delete from event where ${of(seq)}`,
  "in another order": async (seq, other) => {
    await sql`update event set seq = -1 where ${of(seq)}`;
    await sql`update event set seq = ${seq} where ${of(other)}`;
    await sql`update event set seq = ${other} where ${of(-1)}`;
  },
  "put in between": async (seq) => {
    await sql`update event set seq = -seq - 1 where shop_id = ${owner.shop.id} and seq >= ${seq}`;
    await sql`update event set seq = -seq where shop_id = ${owner.shop.id} and seq < 0`;
    await sql`insert into event (shop_id, seq, at, kind, actor_kind, actor_name, subject_id)
      values (${owner.shop.id}, ${seq}, now(), 'job.moved', 'system', 'X', ${owner.shop.id})`;
  },
};

test(`SECURITY 36: ${rounds(400)} changes by a superuser are found, each at its event`, async () => {
  for (let round = 0; round < rounds(400); round++) {
    const name = Object.keys(tampers)[round % Object.keys(tampers).length] as string;
    const [one, other] = [chance.whole(1, 624), chance.whole(1, 624)];
    const [seq, later] = one <= other ? [one, other + 1] : [other, one];
    await sql`create table kept_event as select * from event where shop_id = ${owner.shop.id}`;
    await (tampers[name] as Tamper)(seq, later);
    const { broken } = await verify();
    expect({ name, seq: broken?.seq }).toEqual({ name, seq });
    await sql`delete from event where shop_id = ${owner.shop.id}`;
    await sql`alter table event disable trigger user`;
    await sql`insert into event select * from kept_event`;
    await sql`alter table event enable trigger user`;
    await sql`drop table kept_event`;
  }
  expect(await verify()).toMatchObject({ broken: null });
});

test("SECURITY 36: the newest events removed with their seals, and a history sealed anew, are found", async () => {
  const { owner: cut } = await openRealShop("Cut short");
  await grow(cut);
  const shop = cut.shop.id;
  await sql`delete from event where shop_id = ${shop} and seq > 3`;
  await sql`delete from event_seal where shop_id = ${shop} and to_seq > 3`;
  await sql`update event_head set seq = 3 where shop_id = ${shop}`;
  expect((await verify(cut)).broken).toEqual({
    seq: 4,
    what: "the history once went on to event 626, and the end of it is gone",
  });
  await createCustomer(cut, customerInput.parse({ name: "After" }));
  await expect(sealHistory(cut)).rejects.toThrow(/changed past the product/);

  const { owner: anew } = await openRealShop("Sealed anew");
  await grow(anew);
  const head = join(process.env.COATYARD_DATA as string, "audit-heads", `${anew.shop.id}.json`);
  const noted = readFileSync(head, "utf8");
  await sql`update event set actor_name = 'Nobody' where shop_id = ${anew.shop.id} and seq = 2`;
  await sql`delete from event_seal where shop_id = ${anew.shop.id}`;
  await expect(sealHistory(anew)).rejects.toThrow(/changed past the product/);
  expect((await verify(anew)).broken).toMatchObject({ seq: 1 });
  expect(noted).toContain('"toSeq":626');
  rmSync(head);
});

test("two workers that seal at once make one chain", async () => {
  const { owner: busy } = await openRealShop("Busy");
  for (let n = 0; n < 5; n++) {
    await createCustomer(busy, customerInput.parse({ name: `Twin ${n}` }));
    await Promise.all([sealHistory(busy), sealHistory(busy), sealHistory(busy)]);
  }
  expect(await verify(busy)).toEqual({ events: 7, unsealed: 0, broken: null });
});

test("only an owner may check the history", async () => {
  const { manager } = await openRealShop("Managed");
  await expect(verifyHistory(manager)).rejects.toMatchObject({ code: "forbidden" });
});
