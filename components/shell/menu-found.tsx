import { Command } from "cmdk";
import type { Found } from "@/lib/search/found";
import { Swatch } from "../ui/swatch";
import { menuLine } from "./menu-line";

/** The jobs, customers and powders that a search found. */
export function MenuFound({ found, onGo }: { found: Found | null; onGo: (href: string) => void }) {
  if (!found) return null;
  return (
    <>
      {found.jobs.length > 0 && (
        <Command.Group heading="Jobs">
          {found.jobs.map((job) => (
            <Command.Item
              key={job.number}
              value={`job ${job.number}`}
              onSelect={() => onGo(`/jobs/${job.number}`)}
              className={menuLine}
            >
              <Swatch coats={job.coats} isNamed />
              <span className="min-w-10 shrink-0 font-semibold">{job.number}</span>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{job.customer}</span>
                <span className="block truncate text-xs text-ink-muted">
                  {job.parts}
                  {job.poNumber && ` · ${/^po\b/i.test(job.poNumber) ? "" : "PO "}${job.poNumber}`}
                </span>
              </span>
              <span className={job.isOpen ? "text-xs text-ink-muted" : "text-xs text-ink-faint"}>
                {job.stage}
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {found.customers.length > 0 && (
        <Command.Group heading="Customers">
          {found.customers.map((customer) => (
            <Command.Item
              key={customer.id}
              value={`customer ${customer.id}`}
              onSelect={() => onGo(`/customers/${customer.id}`)}
              className={menuLine}
            >
              <span className="min-w-0 flex-1 truncate">{customer.name}</span>
              <span className="text-xs text-ink-muted">
                {customer.isInactive ? "Inactive" : customer.phone}
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {found.powders.length > 0 && (
        <Command.Group heading="Powders">
          {found.powders.map((powder) => (
            <Command.Item
              key={powder.id}
              value={`powder ${powder.id}`}
              onSelect={() => onGo(`/powders/${powder.id}`)}
              className={menuLine}
            >
              <Swatch coats={[powder]} isNamed />
              <span className="min-w-0 flex-1 truncate">{powder.name}</span>
              <span className="text-xs text-ink-muted">
                {powder.maker} {powder.code}
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  );
}
