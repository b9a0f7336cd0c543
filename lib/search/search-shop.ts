import "server-only";
import type { Context } from "../context";
import { searchCustomers } from "../customers/search-customers";
import type { JobRow } from "../jobs/job-row";
import { searchJobs } from "../jobs/search-jobs";
import { searchPowders } from "../powders/search-powders";
import type { Found, FoundJob } from "./found";

/** A few jobs, customers and powders for what somebody types, best first. Nothing typed finds nothing. */
export async function searchShop(ctx: Context, q: string): Promise<Found> {
  const typed = q.trim().slice(0, 100);
  if (typed === "") return { jobs: [], customers: [], powders: [] };
  const [jobs, customers, powders] = await Promise.all([
    searchJobs(ctx, { q: typed, limit: 6 }),
    searchCustomers(ctx, { q: typed, limit: 5 }),
    searchPowders(ctx, { q: typed, limit: 4 }),
  ]);
  return { jobs: jobs.map(foundJob), customers, powders };
}

function foundJob({ number, customer, parts, coats, stage, poNumber }: JobRow): FoundJob {
  return {
    number,
    customer: customer.name,
    parts: parts
      .map((part) => (part.quantity > 1 ? `${part.quantity} × ${part.description}` : part.description))
      .join(", "),
    stage: stage.name,
    isOpen: stage.kind !== "delivered" && stage.kind !== "cancelled",
    poNumber,
    coats: coats.slice(0, 4),
  };
}
