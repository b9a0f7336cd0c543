import type { ReactNode } from "react";

type StandingPageProps = { title: string; children: ReactNode; actions: ReactNode };

/** A page that stands in for another: what happened, and the way back. */
export function StandingPage({ title, children, actions }: StandingPageProps) {
  return (
    <main className="grid min-h-[80dvh] place-items-center px-6 py-16">
      <div className="w-full max-w-md">
        <span aria-hidden className="mb-6 flex gap-1">
          <span className="h-2 w-10 rounded-full bg-line" />
          <span className="h-2 w-6 rounded-full bg-line-strong" />
          <span className="h-2 w-2 rounded-full bg-ink" />
        </span>
        <h1 className="text-xl font-semibold text-balance">{title}</h1>
        <div className="mt-2 text-base text-pretty text-ink-muted">{children}</div>
        <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
      </div>
    </main>
  );
}
