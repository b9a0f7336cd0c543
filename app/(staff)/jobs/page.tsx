import type { Metadata } from "next";
import { cookies } from "next/headers";
import { JobsList } from "@/components/jobs/jobs-list";
import { addressParams } from "@/components/lists/address-params";
import { columnsCookie } from "@/components/lists/remember-columns";
import { rolePermissions } from "@/db/vocabulary";
import { can } from "@/lib/context";
import { todayIn } from "@/lib/jobs/due";
import { columnsFor, jobListFromParams } from "@/lib/jobs/job-list";
import { listJobChoices } from "@/lib/jobs/list-job-choices";
import { listJobs } from "@/lib/jobs/list-jobs";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage({ searchParams }: PageProps<"/jobs">) {
  const ctx = await requireStaff();
  const held = rolePermissions[ctx.actor.role];
  const remembered = (await cookies()).get(columnsCookie("jobs"))?.value;
  const view = jobListFromParams(addressParams(await searchParams), held, remembered);
  const [page, choices] = await Promise.all([listJobs(ctx, view), listJobChoices(ctx, view.filter)]);
  const { locale, units, currency, timeZone } = ctx.shop;
  return (
    <JobsList
      view={view}
      page={page}
      choices={choices}
      facts={{ locale, units, currency, timeZone, today: todayIn(timeZone, ctx.now) }}
      mayExport={can(ctx, "lists.export")}
      columns={columnsFor(held)}
    />
  );
}
