import Link from "next/link";

/** Where a mailed link leads once it was used, revoked or is too old. */
export function DeadLink({ children, href, action }: { children: string; href: string; action: string }) {
  return (
    <>
      <div>
        <h1 className="text-xl font-semibold">This link no longer works</h1>
        <p className="mt-1 text-ink-muted">{children}</p>
      </div>
      <Link href={href} className="text-accent-ink underline underline-offset-4">
        {action}
      </Link>
    </>
  );
}
