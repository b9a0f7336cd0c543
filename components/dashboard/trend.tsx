"use client";
import dynamic from "next/dynamic";
import type { ComponentProps } from "react";

const Chart = dynamic(() => import("./trend-chart"), { ssr: false });

/** The chart, fetched when a number is opened; its room is held meanwhile. */
export function Trend(props: ComponentProps<typeof Chart>) {
  return (
    <div
      aria-hidden
      className="h-56 print:h-auto print:[&_.recharts-surface]:h-auto! print:[&_.recharts-surface]:w-full! print:[&_div]:h-auto! print:[&_div]:w-full!"
    >
      <Chart {...props} />
    </div>
  );
}
