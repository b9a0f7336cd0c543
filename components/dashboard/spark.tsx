const width = 120;
const height = 28;

/** The course of a number in one stroke; a step without one is left out. Its words stand in the panel's table. */
export function Spark({ trend }: { trend: readonly (number | null)[] }) {
  const points = trend.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  if (points.length < 2) return <div aria-hidden className="h-7" />;
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const span = Math.max(...values) - low || 1;
  const path = points.map(({ value, place }) => {
    const x = (place / (trend.length - 1)) * width;
    const y = height - 2 - ((value - low) / span) * (height - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden className="h-7 w-full">
      <polyline
        points={path.join(" ")}
        fill="none"
        stroke="var(--color-ink-faint)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
