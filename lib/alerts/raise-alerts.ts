import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { recordEvent } from "../history/record-event";
import { dayIn } from "../measures/day-in";
import { lowLevelOf } from "../powders/low-level";
import type { AlertRulesInput } from "./input";
import { readRules } from "./read-rules";

export type Raised = { raised: number; ended: number; woken: number };

/**
 * Looks for every cause of an alert: raises those that have none, ends those whose cause is gone and wakes those whose
 * sleep is over, in one look. What somebody resolved is not raised again before its cause was gone.
 */
export async function raiseAlerts(ctx: Context): Promise<Raised> {
  return inTransaction(ctx, async (work) => {
    const { tx, shop, now } = work;
    const { rules } = await readRules(work);
    const at = sql`${now.toISOString()}::timestamptz`;
    const [done] = await tx.execute<Raised>(sql`
      with causes as (${sql.join(causesOf(work, rules), sql` union all `)}),
      over as (
        update alert a set ended_at = ${at}, resolved_at = coalesce(resolved_at, ${at})
        where a.shop_id = ${shop.id} and a.ended_at is null and not exists (
          select from causes c where c.kind = a.kind and c.subject_id = a.subject_id and c.episode = a.episode)
        returning 1),
      fresh as (
        insert into alert (shop_id, kind, subject_id, episode, raised_at)
        select ${shop.id}, kind, subject_id, episode, ${at} from causes order by kind, subject_id, episode
        on conflict (shop_id, kind, subject_id, episode) where ended_at is null do nothing returning 1),
      awake as (
        update alert a set snoozed_until = null
        where a.shop_id = ${shop.id} and a.resolved_at is null and a.snoozed_until <= ${at} and exists (
          select from causes c where c.kind = a.kind and c.subject_id = a.subject_id and c.episode = a.episode)
        returning 1)
      select (select count(*) from fresh)::int as raised, (select count(*) from over)::int as ended,
        (select count(*) from awake)::int as woken`);
    const found = done ?? { raised: 0, ended: 0, woken: 0 };
    if (found.raised + found.ended + found.woken > 0) {
      recordEvent(work, { kind: "alerts.changed", subjectId: shop.id, after: found });
    }
    return found;
  });
}

/** Each as kind, subject and episode of what is so now. */
function causesOf({ shop, now }: WorkContext, rules: AlertRulesInput["rules"]): SQL[] {
  const today = dayIn(shop.timeZone, now);
  const at = sql`${now.toISOString()}::timestamptz`;
  const open = sql`j.shop_id = ${shop.id} and j.retired_at is null and j.stage_kind not in ('delivered', 'cancelled')`;
  const causes = [sql`select ''::text as kind, null::uuid as subject_id, ''::text as episode where false`];
  if (rules.overdue.isOn) {
    causes.push(sql`
      select 'overdue', j.id, '' from job j where ${open} and j.due_on + ${rules.overdue.afterDays}::int <= ${today}::date`);
  }
  if (rules.stuck.isOn) {
    const { afterDays, stages } = rules.stuck;
    const days = sql`coalesce((${JSON.stringify(stages)}::jsonb ->> j.stage_id::text)::int, ${afterDays}::int)`;
    causes.push(sql`
      select 'stuck', j.id, to_char(j.stage_entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') from job j
      where ${open} and ${days} > 0 and j.stage_entered_at <= ${at} - ${days} * interval '1 day'`);
  }
  if (rules.lowPowder.isOn) {
    causes.push(sql`
      select 'low-powder', w.id, '' from powder w
      where w.shop_id = ${shop.id} and w.retired_at is null and ${lowLevelOf(sql`w`)} > coalesce((
        select sum(l.on_hand_mg) from lot l where l.shop_id = w.shop_id and l.powder_id = w.id and l.retired_at is null
          and not l.is_rejected and (l.expires_on is null or l.expires_on >= ${today}::date)), 0)`);
  }
  if (rules.approval.isOn) {
    causes.push(sql`
      select 'approval-overdue', v.id, to_char(v.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')
      from proof_version v join proof p on p.shop_id = v.shop_id and p.id = v.proof_id and p.retired_at is null
      join job j on j.shop_id = p.shop_id and j.id = p.job_id and ${open}
      where v.shop_id = ${shop.id} and v.state = 'waiting' and (v.expires_at is null or v.expires_at > ${at}) and
        coalesce(v.due_on < ${today}::date, v.asked_at <= ${at} - ${rules.approval.afterDays}::int * interval '1 day')`);
  }
  return causes;
}
