import type { Verdict } from "@/db/vocabulary";
import type { ViewedDecision } from "@/lib/approvals/proof-view";

export const verdictNames: Record<Verdict, string> = {
  approved: "Approved",
  rejected: "Rejected",
  changes: "Changes asked for",
};

/** How it is known who decided. */
export function knownInWords({ knownBy, byEmail, recordedBy }: ViewedDecision): string {
  if (knownBy === "member") return `recorded by ${recordedBy ?? "the shop"}`;
  if (knownBy === "portal") return "signed in to the portal";
  return byEmail ? `by the link mailed to ${byEmail}` : "by the mailed link";
}
