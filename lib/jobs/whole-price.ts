type Line = { priceCents?: number | null };
type Pricing = { pricedByLine: boolean; priceCents?: number | null };

/** The sum of the lines' prices; null while no line has one. Minor units. */
export function lineSum(lines: readonly Line[]): number | null {
  const priced = lines.flatMap((line) => line.priceCents ?? []);
  return priced.length === 0 ? null : priced.reduce((sum, cents) => sum + cents, 0);
}

/** What a job costs its customer: the sum of its lines when priced by line, else the one price. Minor units. */
export function wholePrice(job: Pricing, lines: readonly Line[]): number | null {
  return job.pricedByLine ? lineSum(lines) : (job.priceCents ?? null);
}
