import { type ActionDoor, holders } from "./door";
import type { World } from "./world";

const reads = holders("numbers.see");

/** An alert whose cause lasts: the worker, which looks too, neither ends nor doubles it. */
async function ofAlert(world: World) {
  const { sql, shopId } = world;
  const { id: jobId } = await world.job();
  await sql`update job set due_on = '2020-01-01' where id = ${jobId}`;
  await sql`insert into alert (shop_id, kind, subject_id, raised_at) values (${shopId}, 'overdue', ${jobId}, now())
    on conflict do nothing`;
  const [made] = await sql<
    { id: string }[]
  >`select id from alert where subject_id = ${jobId} and kind = 'overdue'`;
  return { id: made?.id as string };
}

/** The version of what a shop has set; 0 of what it has not. */
async function versionOf({ sql, shopId }: World, table: "shop_goals" | "alert_settings") {
  const [row] = await sql<{ version: number }[]>`select version from ${sql(table)} where shop_id = ${shopId}`;
  return row?.version ?? 0;
}

const rules = {
  lowPowder: { isOn: true, belowMg: null },
  overdue: { isOn: true, afterDays: 1 },
  stuck: { isOn: true, afterDays: 7, stages: {} },
  approval: { isOn: true, afterDays: 3 },
};

/** The dashboard's and the alerts' actions. */
export const numberActions: Record<string, ActionDoor> = {
  verifyFactsAction: { may: reads, isOwn: true, input: async () => ({}) },
  changeGoalsAction: {
    may: holders("goals.edit"),
    isOwn: true,
    input: async (world) => ({
      workingDays: 31,
      targets: { jobs: 40 },
      version: await versionOf(world, "shop_goals"),
    }),
  },
  changeAlertRulesAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async (world) => ({
      rules,
      version: await versionOf(world, "alert_settings"),
    }),
  },
  readAlertsAction: {
    may: reads,
    isOwn: true,
    input: async (world) => ({ ids: [(await ofAlert(world)).id] }),
  },
  resolveAlertAction: { may: reads, input: ofAlert },
  reopenAlertAction: { may: reads, input: ofAlert },
  snoozeAlertAction: { may: reads, input: async (world) => ({ ...(await ofAlert(world)), days: 1 }) },
};
