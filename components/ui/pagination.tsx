import Link from "next/link";
import { numberFormat } from "@/lib/measures/formats";
import { iconButtonClass } from "./button-class";
import { Icon } from "./icon";

type PaginationProps = {
  /** Rows shown, 1-based, and how many there are in all. */
  from: number;
  to: number;
  total?: number;
  previousHref?: string | null;
  nextHref?: string | null;
  locale?: string;
};

/** Where in a long list one is, and the ways on, if there are any; by links, so that the address holds the page. */
export function Pagination({ from, to, total, previousHref, nextHref, locale = "en" }: PaginationProps) {
  const number = numberFormat(locale);
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-end gap-2 py-2 text-ink-muted print:[&_a]:hidden print:[&_[role=link]]:hidden"
    >
      <span>
        {number.format(from)}–{number.format(to)}
        {total !== undefined && ` of ${number.format(total)}`}
      </span>
      {(previousHref || nextHref) && (
        <>
          <Step href={previousHref} label="Previous page">
            <Icon name="chevron-left" size={16} />
          </Step>
          <Step href={nextHref} label="Next page">
            <Icon name="chevron-right" size={16} />
          </Step>
        </>
      )}
    </nav>
  );
}

function Step({ href, label, children }: { href?: string | null; label: string; children: React.ReactNode }) {
  const look = iconButtonClass({ variant: "secondary" });
  if (!href) {
    return (
      <span role="link" aria-disabled aria-label={label} className={look}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} aria-label={label} data-tip={label} className={look}>
      {children}
    </Link>
  );
}
