import "server-only";
import type { Context } from "../context";
import type { CsvCell, CsvTable } from "../entry/csv-response";
import { dayIn } from "../measures/day-in";
import {
  type CustomerColumn,
  type CustomerListView,
  type CustomerRow,
  customerColumnNames,
} from "./customer-list";
import { eachCustomer } from "./list-customers";

/** The customers that a view shows, all pages of them, as a table to download. */
export function exportCustomers(ctx: Context, view: CustomerListView): CsvTable {
  return {
    name: `Customers ${dayIn(ctx.shop.timeZone, ctx.now)}`,
    head: view.columns.map((column) => customerColumnNames[column]),
    batches: batches(ctx, view),
  };
}

async function* batches(ctx: Context, view: CustomerListView) {
  for await (const rows of eachCustomer(ctx, view)) {
    yield rows.map((row) => view.columns.map((column) => cells[column](row, ctx.shop.timeZone)));
  }
}

const day = (at: string | null, timeZone: string) => (at ? dayIn(timeZone, new Date(at)) : null);

const cells: Record<CustomerColumn, (row: CustomerRow, timeZone: string) => CsvCell> = {
  name: (row) => row.name,
  contact: (row) => row.contact,
  phone: (row) => row.phone,
  email: (row) => row.email,
  tags: (row) => row.tags.join("; "),
  terms: (row) => row.terms,
  open: (row) => row.openJobs,
  last: (row, timeZone) => day(row.lastJobAt, timeZone),
  added: (row, timeZone) => day(row.createdAt, timeZone),
};
