import type { Metadata } from "next";
import { WaitingList } from "@/components/approvals/waiting-list";
import { waitingProofsInput } from "@/lib/approvals/input";
import { listWaitingProofs } from "@/lib/approvals/list-waiting-proofs";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const ctx = await requireStaff("proofs.ask");
  const { show, q, page } = await searchParams;
  const view = waitingProofsInput.parse({ show, search: q, page });
  const { locale, units, currency, timeZone } = ctx.shop;
  const facts = { locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) };
  const found = await listWaitingProofs(ctx, view);
  return <WaitingList view={view} found={found} facts={facts} now={ctx.now.toISOString()} />;
}
