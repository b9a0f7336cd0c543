import type { ReactNode } from "react";

type StandingPageProps = { title: string; children: ReactNode; actions: ReactNode };

/** A page that stands in for another: what happened, and the way back. */
export function StandingPage({ title, children, actions }: StandingPageProps) {
  return (
    <div className="grid min-h-[80dvh] place-items-center px-6 py-16">
      <div className="w-full max-w-md">
        {/* biome-ignore lint/performance/noImgElement: an icon of 400 bytes */}
        <img src="/mark.svg" alt="" loading="lazy" width={40} height={40} className="mb-6" />
        <h1 className="text-xl font-semibold text-balance">{title}</h1>
        <div className="mt-2 text-base text-pretty text-ink-muted">{children}</div>
        <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
      </div>
    </div>
  );
}
