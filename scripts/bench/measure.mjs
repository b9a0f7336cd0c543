/** min, p50 and p95 of times. */
export function summary(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { n: sorted.length, min: sorted[0], p50: at(0.5), p95: at(0.95) };
}

/**
 * Times several works in turn, `times` each, so that whatever else the machine does falls on all of them alike. Each work resolves
 * to its own time in milliseconds, or is timed here.
 */
export async function interleave(works, times) {
  const taken = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let turn = 0; turn < times; turn++) {
    for (const [name, work] of Object.entries(works)) {
      const began = performance.now();
      const own = await work(turn);
      taken[name].push(typeof own === "number" ? own : performance.now() - began);
    }
  }
  return taken;
}

/** How often a second `clients` at once get a work done; each calls `work(client, turn)` again as soon as it is answered. */
export async function rate(work, { clients = 8, milliseconds = 2_000 } = {}) {
  const began = performance.now();
  let done = 0;
  const client = async (number) => {
    for (let turn = 0; performance.now() - began < milliseconds; turn++) {
      await work(number, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return (done * 1000) / (performance.now() - began);
}

export const median = (values) => summary(values).p50;
