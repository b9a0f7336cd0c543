/** Stands on every page of the demo shop, so that nobody takes it for a real one. */
export function DemoMark() {
  return (
    <p className="sticky top-0 z-40 bg-risk-wash px-3 py-1 text-center text-xs font-medium text-risk-ink print:static">
      Demo shop. Everything in it is made up.
    </p>
  );
}
