const width = 120;
const height = 28;

/** Where the line of a trend runs; a step without a number is left out. Null where there is no line to draw. */
export function sparkPoints(trend: readonly (number | null)[]): string | null {
  const points = trend.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  if (points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const span = Math.max(...values) - low || 1;
  const at = ({ value, place }: (typeof points)[number]) => {
    const x = (place / (trend.length - 1)) * width;
    const y = height - 2 - ((value - low) / span) * (height - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return points.map(at).join(" ");
}

/** The course of a number in one stroke. Its words stand in the panel's table. */
export function Spark({ points }: { points: string | null }) {
  if (points === null) return <div aria-hidden className="h-7" />;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden className="h-7 w-full">
      <polyline
        points={points}
        fill="none"
        stroke="var(--color-ink-faint)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
