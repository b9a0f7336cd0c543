"use server";
import { staffAction } from "../entry/action";
import { changeRules } from "./change-rules";
import { alertRulesInput, oneAlert, readAlertsInput, snoozeInput } from "./input";
import { readAlerts } from "./read-alerts";
import { reopenAlert } from "./reopen-alert";
import { resolveAlert } from "./resolve-alert";
import { snoozeAlert } from "./snooze-alert";

export const readAlertsAction = staffAction(readAlertsInput, readAlerts);
export const resolveAlertAction = staffAction(oneAlert, resolveAlert);
export const reopenAlertAction = staffAction(oneAlert, reopenAlert);
export const snoozeAlertAction = staffAction(snoozeInput, snoozeAlert);
export const changeAlertRulesAction = staffAction(alertRulesInput, changeRules);
