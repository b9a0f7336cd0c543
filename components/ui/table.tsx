import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

type TableProps = {
  /** Read out before the table: "Customers, 48". */
  caption: string;
  children: ReactNode;
  /** Shown in place of rows when there are none: an EmptyState. */
  empty?: ReactNode;
  /** True for more columns than fit: the frame itself scrolls, both ways. Otherwise the head sticks to the page. */
  isWide?: boolean;
  /** True when a phone shows each row as a small block: cells wrap, and those with `data-label` say what they are. */
  isStacked?: boolean;
  className?: string;
};

/** A dense table whose head stays in sight. Give it a thead and a tbody. */
export function Table({ caption, children, empty, isWide, isStacked, className }: TableProps) {
  return (
    <section
      aria-label={caption}
      tabIndex={0}
      className={clsx(
        "ui-table-frame",
        isWide && "ui-table-wide",
        isStacked && "ui-table-stacked",
        className,
      )}
    >
      <table className="ui-table">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
      {empty}
    </section>
  );
}

type Align = "left" | "right" | "center";
const aligned: Record<Align, string> = { left: "text-left", right: "text-right", center: "text-center" };

export function Th({
  align = "left",
  className,
  ...rest
}: Omit<ComponentProps<"th">, "align"> & { align?: Align }) {
  return <th scope="col" {...rest} className={clsx(aligned[align], className)} />;
}

export function Td({
  align = "left",
  className,
  ...rest
}: Omit<ComponentProps<"td">, "align"> & { align?: Align }) {
  return <td {...rest} className={clsx(aligned[align], className)} />;
}

type SortThProps = {
  children: ReactNode;
  /** Where the next order is: the address holds it. */
  href: string;
  order?: "ascending" | "descending" | null;
  align?: Align;
  className?: string;
};

/** A column head that sorts, by a link, so that the order is in the address. */
export function SortTh({ children, href, order, align = "left", className }: SortThProps) {
  return (
    <th scope="col" aria-sort={order ?? "none"} className={clsx(aligned[align], className)}>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        className={clsx(
          "group inline-flex items-center gap-1 hover:text-ink",
          align === "right" && "flex-row-reverse",
        )}
      >
        {children}
        <Icon
          name={order === "descending" ? "arrow-down" : "arrow-up"}
          size={12}
          className={order ? "text-ink" : "opacity-0 group-hover:opacity-50 group-focus-visible:opacity-50"}
        />
      </Link>
    </th>
  );
}

/** The link of a row: give the <tr> `data-linked` and one RowLink, and the whole row is its target. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={clsx("ui-row-link font-medium text-ink", className)} />;
}
