import "server-only";
import type { MemberContext } from "../context";
import type { CsvTable } from "../entry/csv-response";
import { eventWords } from "../history/event-words";
import { dayIn } from "../measures/day-in";
import type { AuditInput } from "./input";
import { eachAuditLine } from "./list-audit";

const head = ["Number", "Time (UTC)", "Who", "What", "Kind", "Job", "Customer", "Before", "After"];

/** What the audit shows, all pages of it, as a table to download. */
export function exportAudit(ctx: MemberContext, asked: AuditInput): CsvTable {
  return { name: `Audit ${dayIn(ctx.shop.timeZone, ctx.now)}`, head, batches: batches(ctx, asked) };
}

async function* batches(ctx: MemberContext, asked: AuditInput) {
  for await (const lines of eachAuditLine(ctx, asked)) {
    yield lines.map((line) => [
      line.seq,
      line.at,
      line.actorName,
      eventWords(line, ctx.shop),
      line.kind,
      line.jobNumber,
      line.customer,
      line.before && JSON.stringify(line.before),
      line.after && JSON.stringify(line.after),
    ]);
  }
}
