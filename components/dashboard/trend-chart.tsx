"use client";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Measure } from "@/db/vocabulary";
import { isLevel } from "@/lib/dashboard/reading";
import { type Facts, sayMeasure, sayShortly } from "./measure-words";

export type TrendPoint = { step: string; name: string; value: number | null };
type TrendChartProps = { measure: Measure; points: TrendPoint[]; facts: Facts };

const ink = { fill: "var(--color-ink-muted)", fontSize: 12 };

/** The course of a number, step by step; the table beneath it says the same. */
export default function TrendChart({ measure, points, facts }: TrendChartProps) {
  const isLine = isLevel(measure) || measure === "onTime" || measure === "turnaround";
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis dataKey="name" tick={ink} tickLine={false} stroke="var(--color-line)" minTickGap={16} />
        <YAxis
          tick={ink}
          tickLine={false}
          axisLine={false}
          width={64}
          allowDecimals={measure === "onTime"}
          domain={measure === "onTime" ? [0, 1] : undefined}
          tickFormatter={(value: number) => sayShortly(measure, value, facts)}
        />
        <Tooltip
          cursor={{ fill: "var(--color-hover)" }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as TrendPoint | undefined;
            if (!active || !point) return null;
            return (
              <div className="rounded-sm bg-inverse px-2 py-1 text-xs text-on-inverse">
                {point.name}: {sayMeasure(measure, point.value, facts)}
              </div>
            );
          }}
        />
        {isLine ? (
          <Line
            dataKey="value"
            type="linear"
            stroke="var(--color-ink-muted)"
            strokeWidth={2}
            dot={points.length < 16}
            connectNulls
            isAnimationActive={false}
          />
        ) : (
          <Bar
            dataKey="value"
            fill="var(--color-ink-faint)"
            radius={[3, 3, 0, 0]}
            maxBarSize={40}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
