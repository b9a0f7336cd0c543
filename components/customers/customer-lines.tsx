import Link from "next/link";
import type { CustomerRow } from "@/lib/customers/customer-list";
import { Badge } from "../ui/badge";

/** Customers on a phone: a line each. */
export function CustomerLines({ rows }: { rows: CustomerRow[] }) {
  return (
    <ul className="divide-y rounded-lg border bg-surface md:hidden">
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={`/customers/${row.id}`} prefetch={false} className="block px-3 py-2.5 active:bg-press">
            <span className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate font-semibold">{row.name}</span>
              {row.isInactive && <Badge>Inactive</Badge>}
              {row.openJobs > 0 && <Badge tone="accent">{row.openJobs} open</Badge>}
            </span>
            <span className="mt-0.5 block truncate text-ink-muted">
              {[row.contact, row.phone || row.email].filter(Boolean).join(" · ") || "No contact yet"}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
