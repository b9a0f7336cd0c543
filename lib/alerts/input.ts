import { z } from "zod";
import { massMg } from "../powders/input";
import { alertViews } from "./alert-item";

const days = z.number("Type a number.").int("Whole days only.").max(3650, "At most ten years.");

export const alertRulesInput = z.object({
  rules: z.object({
    lowPowder: z.object({ isOn: z.boolean(), belowMg: massMg.nullable() }),
    overdue: z.object({ isOn: z.boolean(), afterDays: days.min(1, "At least a day.") }),
    stuck: z.object({
      isOn: z.boolean(),
      afterDays: days.min(1, "At least a day."),
      /** Of stages that have their own; 0 never alerts. */
      stages: z
        .record(z.uuid(), days.min(0, "Days are not below zero."))
        .refine((own) => Object.keys(own).length <= 60),
    }),
    approval: z.object({ isOn: z.boolean(), afterDays: days.min(1, "At least a day.") }),
  }),
  version: z.number().int().min(0),
});
export type AlertRulesInput = z.output<typeof alertRulesInput>;

export const oneAlert = z.object({ id: z.uuid() });
export const readAlertsInput = z.object({ ids: z.array(z.uuid()).min(1).max(500) });
export const snoozeInput = z.object({
  id: z.uuid(),
  days: z.union([z.literal(1), z.literal(3), z.literal(7), z.literal(30)]),
});

export type OneAlert = z.output<typeof oneAlert>;
export type ReadAlertsInput = z.output<typeof readAlertsInput>;
export type SnoozeInput = z.output<typeof snoozeInput>;

/** When a shop that has chosen nothing is alerted. */
export const usualRules: AlertRulesInput["rules"] = {
  lowPowder: { isOn: true, belowMg: null },
  overdue: { isOn: true, afterDays: 1 },
  stuck: { isOn: true, afterDays: 7, stages: {} },
  approval: { isOn: true, afterDays: 3 },
};

/** What the page's address asks for; what makes no sense is the first page of the open ones. */
export const alertsViewInput = z.object({
  show: z.enum(alertViews).catch("open"),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
