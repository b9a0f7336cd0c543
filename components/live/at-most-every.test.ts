import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atMostEvery } from "./at-most-every";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("asked once it runs once, after the pause", () => {
  const run = vi.fn();
  atMostEvery(5_000, 300, run).ask();
  vi.advanceTimersByTime(299);
  expect(run).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test("asked without end it runs once in each span, and the last ask is never lost", () => {
  const run = vi.fn();
  const often = atMostEvery(5_000, 300, run);
  for (let asked = 0; asked < 200; asked += 1) {
    often.ask();
    vi.advanceTimersByTime(100);
  }
  expect(run).toHaveBeenCalledTimes(4);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(5);
});

test("stopped it does not run", () => {
  const run = vi.fn();
  const often = atMostEvery(5_000, 300, run);
  often.ask();
  often.stop();
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledTimes(0);
});
