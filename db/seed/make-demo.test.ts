import { and, asc, eq, ne, sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { type Context, inTransaction, type MemberContext } from "@/lib/context";
import { moveJob } from "@/lib/jobs/move-job";
import { findDemoProgress } from "@/lib/people/find-demo-progress";
import { systemContext } from "@/lib/people/system-context";
import { testDatabase } from "@/lib/testing/database";
import { openRealShop } from "@/lib/testing/real-shop";
import { job, stage } from "../schema/jobs";
import { defaultStages } from "../vocabulary";
import { wholeDemo } from "./demo-plan";
import { makeDemo } from "./make-demo";

const { ownerUrl } = testDatabase();
const small = { months: 1, jobs: 45, customers: 14 };
const friday = new Date("2026-11-20T18:30:00Z");

async function openDemoShop() {
  const { owner } = await openRealShop("Quillback Powder Coating", { isDemo: true, now: friday });
  return { owner, system: await systemContext(owner.shop.id, "Test") };
}

const ask = <T extends Record<string, unknown>>(ctx: Context, query: ReturnType<typeof sql>) =>
  inTransaction(ctx, async ({ tx }) => [...(await tx.execute(query))] as T[]);

/** All that can be seen of a shop's work, without the ids that each shop has of its own. */
const workOf = (ctx: Context) =>
  ask(
    ctx,
    sql`
    select j.number, c.name as customer, s.name as stage, j.rank, j.placement, j.due_on, j.price_cents, j.priority,
      j.po_number, j.received_at, j.passed_at, j.ready_at, j.delivered_at,
      (select array_agg(concat_ws(' ', at, kind, actor_name) order by seq) from event where job_id = j.id) as events,
      (select array_agg(concat_ws(' ', p.description, k.name, k.hex) order by p.position, k.position)
        from part p join coat k on k.part_id = p.id where p.job_id = j.id) as finish,
      (select array_agg(body order by created_at) from comment where job_id = j.id) as comments, j.proof_state,
      (select array_agg(concat_ws(' ', v.number, v.state, v.pages, v.due_on, v.expires_at, v.asked_at) order by v.number)
        from proof p join proof_version v on v.proof_id = p.id where p.job_id = j.id) as proofs,
      (select sum(mass_mg) from movement where job_id = j.id) as powder
    from job j join customer c on c.id = j.customer_id join stage s on s.id = j.stage_id order by j.number`,
  );

test("a demo holds together: jobs, events, comments and powder tell the same story", async () => {
  const { owner, system } = await openDemoShop();
  await makeDemo(system, small);

  const [counts] = await ask(
    owner,
    sql`select (select count(*)::int from job) as jobs, (select count(*)::int from customer) as customers,
      (select count(*)::int from powder) as powders, (select count(*)::int from event) as events,
      (select seq::int from event_head) as head, (select count(*)::int from comment where parent_id is not null) as replies,
      (select count(distinct visibility)::int from comment) as visibilities`,
  );
  expect(counts).toMatchObject({
    jobs: small.jobs,
    customers: small.customers,
    powders: 80,
    visibilities: 2,
  });
  expect(counts?.replies).toBeGreaterThan(0);
  expect(counts?.head).toBe(counts?.events);

  const kinds = await ask(owner, sql`select name, kind from stage order by position`);
  expect(kinds).toEqual(defaultStages);

  const astray = await ask(
    owner,
    sql`select number from job j join stage s on s.id = j.stage_id cross join lateral (
        select array_agg(after ->> 'stageId' order by seq desc) as stages, min(at) as first, max(at) filter (where kind = 'job.moved') as last,
          array_agg(distinct kind) as kinds from event where job_id = j.id and kind in ('job.created', 'job.moved')) told
      where stages[1] <> j.stage_id::text or first <> created_at or s.kind <> j.stage_kind
        or (j.stage_kind = 'delivered') <> (delivered_at is not null) or delivered_at <> last
        or (j.stage_kind in ('ready', 'delivered') and not exists (
          select from event where job_id = j.id and (kind = 'job.inspected' and after ->> 'isPass' = 'true' or after ->> 'overrideReason' <> '')))`,
  );
  expect(astray).toEqual([]);

  const lots = await ask<{ held: number; told: number }>(
    owner,
    sql`select sum(mass_mg)::float8 as held, (select (after ->> 'onHandMg')::float8 from event
        where subject_id = m.lot_id and after ? 'onHandMg' order by seq desc limit 1) as told
      from movement m group by lot_id`,
  );
  expect(lots.length).toBeGreaterThanOrEqual(80);
  expect(lots.filter(({ held, told }) => held < 0 || held !== told)).toEqual([]);

  const disorder = await ask(
    owner,
    sql`select seq from (select seq, at, lag(at) over (order by seq) as before from event where at < ${friday.toISOString()}) past where at < before
      union all select number from (select number, created_at, lag(created_at) over (order by number) as before from job) taken where created_at < before`,
  );
  expect(disorder).toEqual([]);

  const proofs = await ask<{ state: string; pages: number | null; knownBy: string | null }>(
    owner,
    sql`select v.state, v.pages, d.known_by as "knownBy" from proof_version v
      left join decision d on d.version_id = v.id`,
  );
  expect(proofs.map(({ state }) => state)).toEqual(
    expect.arrayContaining(["waiting", "approved", "changes", "superseded", "expired"]),
  );
  expect(proofs.filter(({ pages }) => !pages)).toEqual([]);
  expect(new Set(proofs.flatMap(({ knownBy }) => knownBy ?? []))).toEqual(new Set(["link"]));
  expect(await findDemoProgress(owner)).toBeNull();
});

test("two demos opened at the same moment are the same, one cut off and taken up again as well", async () => {
  const whole = await openDemoShop();
  const cut = await openDemoShop();
  await makeDemo(whole.system, small);

  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe(`
    create function cut_off() returns trigger language plpgsql as 'begin raise exception ''cut off''; end';
    create trigger cut_off before insert on job for each row when (new.number = 1025) execute function cut_off()`);
  await expect(makeDemo(cut.system, small)).rejects.toThrow();
  await owner.unsafe("drop function cut_off cascade");
  await owner.end();
  const progress = await findDemoProgress(cut.owner);
  expect(progress?.of).toBe(small.jobs);
  expect(progress?.jobs).toBeGreaterThan(10);
  expect(progress?.jobs).toBeLessThan(25);

  await makeDemo(cut.system, small);
  expect(await workOf(cut.owner)).toEqual(await workOf(whole.owner));
  await makeDemo(cut.system, small);
  expect(await workOf(cut.owner)).toEqual(await workOf(whole.owner));
});

test("a job that a visitor moved while the demo was being made stays where they put it", async () => {
  const { owner, system } = await openDemoShop();
  const making = makeDemo(system, small);
  const moved = await moveFirstJob(owner);
  await making;
  const [now] = await inTransaction(owner, ({ tx }) =>
    tx.select().from(job).where(eq(job.number, moved.number)),
  );
  expect(now).toMatchObject({ stageId: moved.stageId, placement: moved.placement });
  expect(await findDemoProgress(owner)).toBeNull();
});

async function moveFirstJob(owner: MemberContext) {
  for (;;) {
    const found = await inTransaction(owner, async ({ tx }) => {
      const [open] = await tx
        .select()
        .from(job)
        .where(ne(job.stageKind, "delivered"))
        .orderBy(asc(job.number))
        .limit(1);
      const [first] = await tx
        .select()
        .from(stage)
        .where(and(eq(stage.shopId, owner.shop.id), eq(stage.name, "Quoted")));
      return { open, first };
    });
    if (!found.open) continue;
    const { number, stageId: fromStageId, placement } = found.open;
    const toStageId = found.first?.id as string;
    const moved = await moveJob(owner, { number, fromStageId, toStageId, placement, isUndo: false }).catch(
      () => null,
    );
    if (moved) return moved;
  }
}

test("refuses a shop that is no demo, and to make one twice at a time", async () => {
  const { owner } = await openRealShop();
  await expect(makeDemo(await systemContext(owner.shop.id, "Test"), small)).rejects.toThrow("only a demo");
  const { system } = await openDemoShop();
  const both = await Promise.allSettled([makeDemo(system, small), makeDemo(system, small)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

if (process.env.COATYARD_SOAK) {
  test("the whole demo: 18 months, 2,500 jobs or more, 300 customers, 80 powders", {
    timeout: 300_000,
  }, async () => {
    const { owner, system } = await openDemoShop();
    await makeDemo(system, wholeDemo);
    const [counts] = await ask<Record<string, number>>(
      owner,
      sql`select (select count(*)::int from job) as jobs, (select count(*)::int from customer) as customers,
        (select count(*)::int from powder) as powders, (select count(*)::int from movement) as movements,
        (select count(*)::int from comment) as comments, (select min(sum)::float8 from (select sum(mass_mg) from movement group by lot_id) lots) as least`,
    );
    expect(counts).toMatchObject({ customers: 300, powders: 80 });
    expect(counts?.jobs).toBeGreaterThanOrEqual(2500);
    expect(counts?.movements).toBeGreaterThan(3000);
    expect(counts?.comments).toBeGreaterThan(2000);
    expect(counts?.least).toBeGreaterThanOrEqual(0);
  });
}
