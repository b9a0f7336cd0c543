import Link from "next/link";
import type { CustomerProofLine } from "@/lib/approvals/proof-view";
import { dayWords } from "@/lib/portal/ready-words";
import { Picture } from "../jobs/picture";
import { Icon } from "../ui/icon";

type NeedsProps = { proofs: CustomerProofLine[]; today: string; locale: string };

/** What the shop waits for, before anything else: the proofs that this person can decide on. */
export function Needs({ proofs, today, locale }: NeedsProps) {
  if (proofs.length === 0) return null;
  return (
    <section aria-labelledby="needs" className="rounded-lg border border-accent bg-accent-wash p-4">
      <h2 id="needs" className="mb-3 text-base font-semibold">
        {proofs.length === 1 ? "One thing needs your answer" : `${proofs.length} things need your answer`}
      </h2>
      <ul className="grid gap-2">
        {proofs.map((one) => (
          <li key={one.versionId}>
            <Link
              href={`/portal/proofs/${one.versionId}`}
              prefetch={false}
              className="flex min-h-16 items-center gap-3 rounded-sm bg-surface p-2 pr-3 hover:bg-raised"
            >
              {one.firstPageId && (
                <Picture
                  src={`/api/portal/pages/${one.firstPageId}?small`}
                  alt=""
                  className="size-14 shrink-0 rounded-sm bg-[#ffffff] object-cover"
                />
              )}
              <span className="min-w-0 flex-1">
                <span className="block truncate text-base font-medium">{one.title}</span>
                <span className="block text-ink-muted">
                  Job {one.jobNumber}
                  {one.dueOn && ` · please answer by ${dayWords(one.dueOn, today, locale)}`}
                </span>
              </span>
              <span className="shrink-0 font-medium text-accent-ink max-sm:sr-only">Look and decide</span>
              <Icon name="chevron-right" size={18} className="shrink-0 text-accent-ink" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
