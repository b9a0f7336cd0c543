import Link from "next/link";
import type { AuditLine } from "@/lib/audit/list-audit";
import type { Shop } from "@/lib/context";
import { eventWords } from "@/lib/history/event-words";
import { RelativeTime } from "../ui/relative-time";
import { fieldName, fieldValue, isNothing } from "./field-words";

type AuditLineProps = { line: AuditLine; shop: Shop; now: string };

/** One event, with what was there before and after folded beneath it. */
export function AuditLineRow({ line, shop, now }: AuditLineProps) {
  const { before, after } = line;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => !isNothing(before?.[field]) || !isNothing(after?.[field]),
  );
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <p className="min-w-0 flex-1 basis-72 break-words">
          <span className="font-medium">{line.actorName}</span>{" "}
          <span className="text-ink-muted">{eventWords(line, shop)}</span>
          <About line={line} />
        </p>
        <RelativeTime
          at={line.at}
          now={now}
          zone={shop.timeZone}
          locale={shop.locale}
          className="text-xs whitespace-nowrap text-ink-faint"
        />
      </div>
      {fields.length > 0 && (
        <details className="group mt-1 text-sm">
          <summary className="min-h-6 w-fit cursor-pointer py-0.5 text-xs text-ink-faint hover:text-ink pointer-coarse:py-2">
            {line.kind} · event {line.seq}
          </summary>
          <section
            aria-label={`Before and after event ${line.seq}`}
            tabIndex={0}
            className="mt-1 overflow-x-auto"
          >
            <table className="w-full text-left">
              <thead className="text-xs text-ink-faint">
                <tr>
                  <th className="py-0.5 pr-4 font-normal">Field</th>
                  <th className="py-0.5 pr-4 font-normal">Before</th>
                  <th className="py-0.5 font-normal">After</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => (
                  <tr key={field} className="align-top">
                    <th scope="row" className="py-0.5 pr-4 font-normal text-ink-muted">
                      {fieldName(field)}
                    </th>
                    <td className="max-w-72 py-0.5 pr-4 wrap-anywhere">
                      {fieldValue(field, before?.[field], shop)}
                    </td>
                    <td className="max-w-72 py-0.5 wrap-anywhere">
                      {fieldValue(field, after?.[field], shop)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </li>
  );
}

function About({ line: { jobNumber, customerId, customer } }: { line: AuditLine }) {
  const look = "whitespace-nowrap hover:underline";
  return (
    <>
      {jobNumber !== null && (
        <>
          {" · "}
          <Link href={`/jobs/${jobNumber}`} prefetch={false} className={look}>
            Job {jobNumber}
          </Link>
        </>
      )}
      {customer !== null && (
        <>
          {" · "}
          <Link href={`/customers/${customerId}`} prefetch={false} className="hover:underline">
            {customer}
          </Link>
        </>
      )}
    </>
  );
}
