import type { AuditInput } from "@/lib/audit/input";

/** What the audit shows as the end of an address, "" for all of it. */
export function auditQuery(asked: Partial<AuditInput>): string {
  const set = Object.entries(asked).filter(([, value]) => value !== "");
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}
