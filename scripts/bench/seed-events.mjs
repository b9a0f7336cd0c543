/** Writes what the app would have written of the seeded jobs: one event for taking each in and one for every stage it entered since. */
export async function seedEvents(sql, { shopId, memberId }) {
  await sql`
    insert into event (shop_id, seq, at, kind, actor_kind, actor_id, actor_name, subject_id, job_id, customer_id, before, after)
    select job.shop_id, row_number() over (order by job.number, entered.position), job.created_at + entered.position * interval '12 hours',
      case when entered.position = 1 then 'job.created' else 'job.moved' end, 'member', ${memberId}, 'Olive Owner', job.id, job.id,
      job.customer_id,
      case when entered.position > 1 then jsonb_build_object('stageId', left_stage.id, 'stage', left_stage.name, 'rank', job.rank,
        'stageEnteredAt', job.created_at + left_stage.position * interval '12 hours', 'receivedAt', job.received_at, 'passedAt', null,
        'readyAt', null, 'deliveredAt', null) end,
      jsonb_build_object('stageId', entered.id, 'stage', entered.name, 'kind', entered.kind, 'rank', job.rank)
    from job
    join stage now_in on now_in.shop_id = job.shop_id and now_in.id = job.stage_id
    join stage entered on entered.shop_id = job.shop_id and entered.position <= now_in.position
    left join stage left_stage on left_stage.shop_id = job.shop_id and left_stage.position = entered.position - 1
    where job.shop_id = ${shopId}`;
  await sql`insert into event_head (shop_id, seq) select shop_id, max(seq) from event where shop_id = ${shopId} group by shop_id`;
  // A shop this old has long been read: a reader that caught up meanwhile would be measured with everything else.
  await sql`
    insert into spine_reader (shop_id, name, seq) select shop_id, 'notices', seq from event_head where shop_id = ${shopId}
    on conflict (shop_id, name) do update set seq = excluded.seq`;
}
