import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { CustomerPage } from "@/components/customers/customer-page";
import { can } from "@/lib/context";
import { findCustomer } from "@/lib/customers/get-customer";
import { listCustomerFiles } from "@/lib/files/list-customer-files";
import { listCustomerHistory } from "@/lib/history/list-customer-history";
import { customerJobsView } from "@/lib/jobs/job-list";
import { listJobs } from "@/lib/jobs/list-jobs";
import { dayIn } from "@/lib/measures/day-in";
import { listMessagesOfCustomer } from "@/lib/messages/list-messages-about";
import { listPortalAccess } from "@/lib/people/list-portal-access";
import { requireStaff } from "@/lib/people/session";

type Props = PageProps<"/customers/[id]">;

const pageInput = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  before: z.coerce.number().int().min(1).optional().catch(undefined),
});

const read = cache(async (asked: string) => {
  const ctx = await requireStaff();
  const id = z.uuid().safeParse(asked);
  const customer = id.success ? await findCustomer(ctx, { id: id.data }) : null;
  return { ctx, customer: customer ?? notFound() };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read((await props.params).id)).customer.name };
}

export default async function CustomerDetailPage(props: Props) {
  const { ctx, customer } = await read((await props.params).id);
  const { page, before } = pageInput.parse(await props.searchParams);
  const [jobs, files, history, mails, access] = await Promise.all([
    listJobs(ctx, customerJobsView(customer.id, page)),
    listCustomerFiles(ctx, { customerId: customer.id }),
    listCustomerHistory(ctx, { customerId: customer.id, before }),
    listMessagesOfCustomer(ctx, customer.id),
    listPortalAccess(ctx, { customerId: customer.id }),
  ]);
  const { locale, units, currency, timeZone } = ctx.shop;
  const facts = { locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) };
  const may = {
    edit: can(ctx, "customers.edit"),
    addJob: can(ctx, "jobs.edit"),
    addFiles: can(ctx, "jobs.edit"),
    seePrices: can(ctx, "prices.see"),
  };
  const now = ctx.now.toISOString();
  const seq = before ? 0 : (history.lines[0]?.seq ?? 0);
  return (
    <CustomerPage
      {...{ customer, jobs, jobsPage: page, files, history, seq, mails, access, facts, may, now }}
    />
  );
}
