import { createHash } from "node:crypto";
import { connectPostgres } from "../connect-postgres.mjs";
import { seedEvents } from "./seed-events.mjs";

const stages = [
  ["Quoted", "quoted"],
  ["Received", "waiting"],
  ["Prep", "working"],
  ["Masking", "working"],
  ["Coating", "working"],
  ["Curing", "working"],
  ["QC", "inspecting"],
  ["Ready", "ready"],
  ["Delivered", "delivered"],
];
const deliveredLately = 20;

/**
 * Fills an empty, migrated database with one shop: `open` jobs in eight columns, twenty delivered lately, and `history` closed
 * ones over eight years, with their parts, coats and events. The same sizes make the same rows. Needs the superuser, whose
 * inserts skip triggers. Resolves to `{ shopId, memberId, personId, stages, numbers }`.
 */
export async function seedShop({ superuserUrl, open, history }) {
  const sql = connectPostgres(superuserUrl);
  try {
    await sql.unsafe("set session_replication_role = replica; set maintenance_work_mem = '256MB'");
    await sql.unsafe(`create function pg_temp.id_of(words text) returns uuid immutable language sql return
      overlay(overlay(md5(words) placing '4' from 13) placing '8' from 17)::uuid`);
    const shop = await seedPeople(sql);
    await seedCustomers(sql, shop, 100 + Math.ceil(history / 100));
    await seedJobs(sql, shop, { open, history });
    await seedParts(sql, shop);
    await seedFacts(sql, shop);
    await seedEvents(sql, shop);
    await sql.unsafe("vacuum analyze");
    await sql.unsafe("checkpoint");
    const numbers = await sql`
      select number, stage_id as "stageId", placement from job
      where shop_id = ${shop.shopId} and stage_kind not in ('delivered', 'ready') order by number`;
    return { ...shop, numbers: [...numbers] };
  } finally {
    await sql.end();
  }
}

/** The same id for the same words, shaped as a random one; `pg_temp.id_of` makes the same of them joined by colons. */
const idOf = (...words) =>
  createHash("md5")
    .update(words.join(":"))
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");

async function seedPeople(sql) {
  const shopId = idOf("shop");
  const personId = idOf("person");
  const memberId = idOf("member");
  await sql`insert into shop (id, name, time_zone, locale, currency, units)
    values (${shopId}, 'Quillback Powder Coating', 'America/New_York', 'en-US', 'USD', 'imperial')`;
  await sql`insert into person (id, email, name) values (${personId}, 'olive@example.com', 'Olive Owner')`;
  await sql`insert into member (shop_id, id, person_id, name, role)
    values (${shopId}, ${memberId}, ${personId}, 'Olive Owner', 'owner')`;
  const rows = stages.map(([name, kind], index) => ({
    shop_id: shopId,
    id: idOf("stage", name),
    name,
    kind,
    position: index + 1,
  }));
  await sql`insert into stage ${sql(rows)}`;
  return { shopId, personId, memberId, stages: rows };
}

async function seedCustomers(sql, { shopId }, count) {
  await sql`
    insert into customer (shop_id, id, name, name_key, phone, email)
    select ${shopId}, pg_temp.id_of('customer:' || n), name, lower(name), '555-' || lpad(n::text, 4, '0'), 'c' || n || '@example.com'
    from generate_series(1, ${count}::int) n,
      lateral (select (array['Acme','Blue Heron','Copper Kettle','Dunmore','Eastgate','Falcon','Granite','Harbor'])[1 + n % 8] || ' '
        || (array['Railings','Fabrication','Cycles','Motors','Fencing','Furniture','Marine'])[1 + n % 7] || ' ' || n as name) named`;
}

async function seedJobs(sql, { shopId }, { open, history }) {
  const known = history + deliveredLately;
  await sql`
    insert into job (shop_id, id, number, customer_id, stage_id, stage_kind, rank, placement, priority, due_on, agreed_due_on, po_number,
      price_cents, stage_entered_at, booked_at, received_at, passed_at, ready_at, delivered_at, created_at, updated_at)
    select ${shopId}, pg_temp.id_of('job:' || n), n, pg_temp.id_of('customer:' || 1 + pick % (select count(*) from customer where shop_id = ${shopId})),
      stage.id, stage.kind, 'g' || lpad(n::text, 7, '0'), stage.position, (array['low','normal','normal','high','rush'])[1 + pick % 5],
      (made + interval '10 days')::date, (made + interval '10 days')::date, case when pick % 3 = 0 then 'PO-' || pick % 100000 else '' end, 5000 + pick % 200000,
      made + stage.position * interval '12 hours', case when stage.position > 1 then made end, made, case when stage.position > 6 then made + interval '4 days' end,
      case when stage.position > 7 then made + interval '4 days' end, case when stage.position = 9 then made + interval '6 days' end,
      made, made
    from generate_series(1, ${known + open}::int) n
    cross join lateral (select hashint8(n) & 2147483647 as pick, case
        when n <= ${history} then now() - interval '21 days' - (${history}::int - n) * 2900::float8 / ${Math.max(1, history)}::int * interval '1 day'
        when n <= ${known} then now() - interval '8 days' else now() - (n % 240) * interval '1 hour' end as made) facts
    join stage on stage.shop_id = ${shopId} and stage.position = case when n <= ${known} then 9 else 1 + n % 8 end`;
  await sql`insert into job_counter (shop_id, next_number) values (${shopId}, ${known + open + 1})`;
}

async function seedParts(sql, { shopId }) {
  await sql`
    insert into part (shop_id, id, job_id, position, description, quantity, substrate, area_each_cm2)
    select shop_id, pg_temp.id_of('part:' || number || ':' || p), id, p,
      (array['Gate panel','Handrail, 3 m','Bike frame','Bracket set','Motorcycle wheel','Patio chair'])[1 + (number + p) % 6],
      1 + (number * 7 + p) % 24, (array['steel','aluminium','galvanised'])[1 + number % 3], 400 + (number * 31 + p * 17) % 9000
    from job, generate_series(1, 1 + number % 3) p where shop_id = ${shopId}`;
  await sql`
    insert into coat (shop_id, id, part_id, position, role, system, code, name, hex, gloss, texture)
    select part.shop_id, pg_temp.id_of('coat:' || part.id || c), part.id, c, case when c = 1 then 'top' else 'clear' end, 'ral',
      (array['RAL 9016','RAL 9005','RAL 7016','RAL 3020','RAL 5010'])[1 + number % 5],
      (array['Traffic white','Jet black','Anthracite grey','Traffic red','Gentian blue'])[1 + number % 5],
      (array['#f1f0ea','#0e0e10','#383e42','#bb1e10','#004f7c'])[1 + number % 5], 'satin', 'smooth'
    from part join job on job.shop_id = part.shop_id and job.id = part.job_id, generate_series(1, case when number % 4 = 0 then 2 else 1 end) c
    where part.shop_id = ${shopId}`;
}

/** What the triggers would have counted: each job booked at its price, a movement of powder for every tenth, and all of it summed. */
async function seedFacts(sql, { shopId }) {
  await sql`
    insert into booking (shop_id, id, job_id, at, day, cents)
    select j.shop_id, pg_temp.id_of('booking:' || j.number), j.id, j.booked_at, (j.booked_at at time zone s.time_zone)::date, j.price_cents
    from job j join shop s on s.id = j.shop_id where j.shop_id = ${shopId} and j.booked_at is not null`;
  const powderId = idOf("powder");
  const lotId = idOf("lot");
  await sql`insert into powder (shop_id, id, maker, code, name) values (${shopId}, ${powderId}, 'Tiger', '29/10002', 'White')`;
  await sql`insert into lot (shop_id, id, powder_id, on_hand_mg, price_cents, price_unit) values (${shopId}, ${lotId}, ${powderId}, 500000000, 2100, 'kg')`;
  await sql`
    insert into movement (shop_id, id, lot_id, kind, mass_mg, quantity_typed, unit_typed, cost_cents, job_id, at)
    select shop_id, pg_temp.id_of('movement:' || number), ${lotId}, 'usage', -1000000, 1, 'kg', -2100, id, coalesce(ready_at, stage_entered_at)
    from job where shop_id = ${shopId} and number % 10 = 0`;
  await sql`
    insert into movement (shop_id, id, lot_id, kind, mass_mg, quantity_typed, unit_typed, cost_cents, at)
    select ${shopId}, ${idOf("receipt")}, ${lotId}, 'receipt', 500000000 - sum(mass_mg), 500 - sum(mass_mg) / 1000000, 'kg',
      1050000 - sum(cost_cents), min(at) from movement where shop_id = ${shopId}`;
  await sql`
    insert into stock_change (shop_id, id, lot_id, at, day, cents)
    select m.shop_id, pg_temp.id_of('stock:' || m.id), m.lot_id, m.at, (m.at at time zone s.time_zone)::date, m.cost_cents
    from movement m join shop s on s.id = m.shop_id where m.shop_id = ${shopId}`;
  await sql`analyze`;
  await sql`select recount_facts(${shopId})`;
}
