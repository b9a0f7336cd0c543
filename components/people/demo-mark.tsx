/** Stands on every page of the demo shop, so that nobody takes it for a real one; it covers nothing one could press. */
export function DemoMark() {
  return (
    <p className="pointer-events-none fixed bottom-[calc(var(--bottom-bar,0px)+6px)] left-1/2 z-20 -translate-x-1/2 rounded-full border border-risk-ink/30 bg-risk-wash px-3 py-0.5 text-xs font-medium whitespace-nowrap text-risk-ink print:hidden">
      Demo shop · all made up
    </p>
  );
}
