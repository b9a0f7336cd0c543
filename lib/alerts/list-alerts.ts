import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize, inTransaction, type MemberContext } from "../context";
import { lowLevelOf } from "../powders/low-level";
import { type AlertFacts, type AlertItem, type AlertPage, type AlertView, alertsOnPage } from "./alert-item";

type Row = Omit<AlertItem, "href" | "how"> &
  AlertFacts & { jobNumber: number | null; powderId: string | null; proofId: string | null };

/** The shop's alerts, a page of them: open ones as they were raised, the newest first; of resolved ones the last resolved. */
export async function listAlerts(
  ctx: MemberContext,
  { show, page }: { show: AlertView; page: number },
): Promise<AlertPage> {
  authorize(ctx, "numbers.see");
  return inTransaction(ctx, async ({ tx, shop, now, actor }) => {
    const at = sql`${now.toISOString()}::timestamptz`;
    const isSleeping = sql`coalesce(a.snoozed_until > ${at}, false)`;
    const views: Record<AlertView, SQL> = {
      open: sql`a.resolved_at is null and not ${isSleeping}`,
      snoozed: sql`a.resolved_at is null and ${isSleeping}`,
      resolved: sql`a.resolved_at is not null`,
    };
    const order =
      show === "resolved"
        ? sql`a.resolved_at desc`
        : show === "snoozed"
          ? sql`a.snoozed_until`
          : sql`a.raised_at desc, a.kind`;
    const [[counts], rows] = await Promise.all([
      tx.execute<{ open: number; snoozed: number; total: number }>(sql`
        select count(*) filter (where ${views.open})::int as open, count(*) filter (where ${views.snoozed})::int as snoozed,
          count(*) filter (where ${views[show]})::int as total
        from alert a where a.shop_id = ${shop.id} and ${show === "resolved" ? sql`true` : sql`a.resolved_at is null`}`),
      tx.execute<Row>(sql`
        with chosen as (
          select a.* from alert a where a.shop_id = ${shop.id} and ${views[show]}
          order by ${order}, a.id limit ${alertsOnPage} offset ${(page - 1) * alertsOnPage})
        select a.id, a.kind, to_json(a.raised_at) #>> '{}' as "raisedAt", to_json(a.resolved_at) #>> '{}' as "resolvedAt",
          to_json(a.snoozed_until) #>> '{}' as "snoozedUntil", m.name as "resolvedBy", a.ended_at is null as "isOngoing",
          exists (select from alert_read r where r.shop_id = a.shop_id and r.alert_id = a.id and r.member_id = ${actor.id}) as "isRead",
          case when w.id is not null then w.maker || ' ' || w.code || ', ' || w.name
            when p.id is not null then p.title || ', version ' || v.number || ', job ' || j.number || ', ' || k.name
            else 'Job ' || j.number || ', ' || k.name end as about,
          j.number as "jobNumber", w.id as "powderId", p.id as "proofId",
          to_char(case a.kind when 'overdue' then j.due_on when 'approval-overdue' then v.due_on end, 'YYYY-MM-DD') as "dueOn", s.name as stage,
          to_json(case a.kind when 'stuck' then j.stage_entered_at when 'approval-overdue' then v.asked_at end) #>> '{}' as since,
          (select sum(l.on_hand_mg) from lot l where l.shop_id = w.shop_id and l.powder_id = w.id and l.retired_at is null
            and not l.is_rejected and (l.expires_on is null or l.expires_on >= (${at} at time zone ${shop.timeZone})::date))::float8 as "onHandMg",
          ${lowLevelOf(sql`w`)} as "lowBelowMg"
        from chosen a
        left join powder w on a.kind = 'low-powder' and w.shop_id = a.shop_id and w.id = a.subject_id
        left join proof_version v on a.kind = 'approval-overdue' and v.shop_id = a.shop_id and v.id = a.subject_id
        left join proof p on p.shop_id = v.shop_id and p.id = v.proof_id
        left join job j on j.shop_id = a.shop_id and j.id = case when a.kind = 'approval-overdue' then p.job_id else a.subject_id end
        left join customer k on k.shop_id = j.shop_id and k.id = j.customer_id
        left join stage s on s.shop_id = j.shop_id and s.id = j.stage_id
        left join member m on m.shop_id = a.shop_id and m.id = a.resolved_by
        order by ${order}, a.id`),
    ]);
    const { total = 0, open = 0, snoozed = 0 } = counts ?? {};
    return { items: rows.map(itemOf), total, counts: { open, snoozed } };
  });
}

function itemOf({
  jobNumber,
  powderId,
  proofId,
  dueOn,
  stage,
  since,
  onHandMg,
  lowBelowMg,
  ...row
}: Row): AlertItem {
  const job = `/jobs/${jobNumber}`;
  const href = powderId ? `/powders/${powderId}` : proofId ? `${job}/proofs/${proofId}` : job;
  return { ...row, href, how: { dueOn, stage, since, onHandMg, lowBelowMg } };
}
