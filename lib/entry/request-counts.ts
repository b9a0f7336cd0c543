import "server-only";

/** Upper bounds of the times answers are counted by, in seconds. */
export const timeBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

type RequestCount = {
  method: string;
  status: string;
  count: number;
  seconds: number;
  within: number[];
};

const held = globalThis as { coatyardRequestCounts?: Map<string, RequestCount> };
held.coatyardRequestCounts ??= new Map();
const counts = held.coatyardRequestCounts;
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Counts one answer of this process by its method and the class of its status: few enough series for any store of numbers. */
export function countRequest(asked: string, statusCode: number, seconds: number): void {
  const method = methods.has(asked) ? asked : "other";
  const status = `${Math.floor(statusCode / 100)}xx`;
  const key = `${method} ${status}`;
  const entry = counts.get(key) ?? { method, status, count: 0, seconds: 0, within: timeBounds.map(() => 0) };
  counts.set(key, entry);
  entry.count += 1;
  entry.seconds += seconds;
  timeBounds.forEach((bound, index) => {
    if (seconds <= bound) entry.within[index] = (entry.within[index] ?? 0) + 1;
  });
}

export const requestCounts = (): readonly RequestCount[] => [...counts.values()];
