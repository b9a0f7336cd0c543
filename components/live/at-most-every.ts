/** What runs soon after it is asked for, and however often it is asked for, once in `everyMs` at most. */
export function atMostEvery(everyMs: number, pauseMs: number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    ask() {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          lastAt = performance.now();
          run();
        },
        Math.max(pauseMs, lastAt + everyMs - performance.now()),
      );
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
