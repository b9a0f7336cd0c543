"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Making = { jobs: number; of: number };

/** Stands on every page of the demo shop, so that nobody takes it for a real one; it covers nothing one could press. */
export function DemoMark({ making }: { making: Making | null }) {
  const left = useMaking(making);
  return (
    <p className="pointer-events-none fixed max-md:top-0 max-md:bottom-auto max-md:rounded-t-none max-md:border-t-0 max-md:py-0 max-md:leading-4 bottom-[calc(var(--bottom-bar,0px)+6px)] left-1/2 z-20 -translate-x-1/2 overflow-hidden rounded-full border border-risk-ink/30 bg-risk-wash px-3 py-0.5 text-xs font-medium whitespace-nowrap text-risk-ink print:hidden">
      {left ? <StillMaking {...left} /> : "Demo shop · all made up"}
    </p>
  );
}

function StillMaking({ jobs, of }: Making) {
  const share = of > 0 ? jobs / of : 0;
  return (
    <>
      Demo shop · its past is being made:{" "}
      <span className="inline-block w-9 text-right tabular-nums">{Math.floor(share * 100)} %</span>
      <span
        aria-hidden
        className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-risk transition-transform"
        style={{ transform: `scaleX(${share})` }}
      />
    </>
  );
}

/** Asks until the demo is whole, then has the page read again what the server drew of it. */
function useMaking(first: Making | null): Making | null {
  const [left, setLeft] = useState(first);
  const router = useRouter();
  const isMaking = left !== null;
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(async () => {
      const answer = await fetch("/api/demo").catch(() => null);
      if (!answer?.ok) return;
      const next: Making | null = await answer.json();
      setLeft(next);
      if (!next) router.refresh();
    }, 1_500);
    return () => clearInterval(timer);
  }, [isMaking, router]);
  return left;
}
