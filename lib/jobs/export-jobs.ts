import "server-only";
import type { Context } from "../context";
import type { CsvTable } from "../entry/csv-response";
import { dayIn } from "../measures/day-in";
import { jobCsvHead, jobCsvRow } from "./job-csv";
import type { JobListView } from "./job-list";
import { eachJob } from "./list-jobs";

/** The jobs that a view shows, all pages of them, as a table to download. */
export function exportJobs(ctx: Context, view: JobListView): CsvTable {
  return {
    name: `Jobs ${dayIn(ctx.shop.timeZone, ctx.now)}`,
    head: jobCsvHead(view.columns, ctx.shop),
    batches: batches(ctx, view),
  };
}

async function* batches(ctx: Context, view: JobListView) {
  for await (const rows of eachJob(ctx, view)) {
    yield rows.map((row) => jobCsvRow(row, view.columns, ctx.shop));
  }
}
