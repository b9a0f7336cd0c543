import { setImmediate as nextTurn } from "node:timers/promises";

/** Long work cut into steps, each so short that nothing else has to wait for it. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

const rowsAStep = 100;

/** Whether a step ends before the row at this place, for loops that yield by themselves. */
export const endsStep = (at: number): boolean => at % rowsAStep === rowsAStep - 1;

/** As list.map, in steps. */
export function* mapInSteps<Of, To>(list: readonly Of[], to: (one: Of, at: number) => To): Steps<To[]> {
  const mapped: To[] = [];
  for (const [at, one] of list.entries()) {
    if (endsStep(at)) yield;
    mapped.push(to(one, at));
  }
  return mapped;
}

/** Does work without a pause. */
export function doAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does work step by step; between two of them the process sees to whatever else waits for it. */
export async function doInTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
