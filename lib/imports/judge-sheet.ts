import { Refusal } from "@/lib/errors";
import type { Sheet } from "./cell";
import type { Answers } from "./docket";
import type { Mapping } from "./guess-mapping";
import type { JobValues } from "./job-values";
import { type CustomerValues, judgeCustomers } from "./judge-customers";
import { judgeJobs } from "./judge-jobs";
import { judgePowders, type PowderValues } from "./judge-powders";
import type { Judgement, ShopFacts } from "./judgement";
import { layTable } from "./lay-table";
import type { Steps } from "./steps";

export type AnyJudgement =
  | (Judgement<CustomerValues> & { kind: "customers" })
  | (Judgement<JobValues> & { kind: "jobs" })
  | (Judgement<PowderValues> & { kind: "powders" });

/**
 * Judges every record of a sheet by its mapping, against what the shop has and the answers so far. Pure: the same input
 * gives the same rows and the same questions, so a dry run and the import itself agree. Refuses a sheet that is not there.
 */
export function* judgeSheet(
  sheets: readonly Sheet[],
  mapping: Mapping,
  facts: ShopFacts,
  answers: Answers,
): Steps<AnyJudgement> {
  const sheet = sheets[mapping.sheet];
  if (!sheet) throw new Refusal("invalid", "The file has no such sheet.");
  const table = yield* layTable(sheet, mapping);
  if (mapping.kind === "customers") return (yield* judgeCustomers(table, facts, answers)) as AnyJudgement;
  if (mapping.kind === "jobs") return (yield* judgeJobs(table, facts, answers)) as AnyJudgement;
  return (yield* judgePowders(table, facts, answers)) as AnyJudgement;
}
