// Functions that Playwright sends into the page; each stands alone and leaves what it saw on `window`.

/** Notes when the first cards are painted: React made them, so by then they also answer. */
export function watchForCards() {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("[data-number]")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.cardsPaintedAt = performance.now();
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Notes every frame and every long task from now on, and when the mouse is let go. */
export function watchFrames() {
  window.framesAt = [];
  window.longTasks = [];
  const tick = (at) => {
    window.framesAt.push(at);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask" });
  addEventListener(
    "mouseup",
    () => {
      window.droppedAt = performance.timeOrigin + performance.now();
    },
    { capture: true },
  );
}

/** Notes when a card is painted in a column it was not in. */
export function watchForArrival({ number, stageId }) {
  window.arrivedAt = undefined;
  const look = () => {
    if (!document.querySelector(`[data-stage="${stageId}"] [data-number="${number}"]`)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.arrivedAt = performance.timeOrigin + performance.now();
      };
      port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
}

/** KiB of script that came over the wire so far. */
export function scriptKib() {
  const scripts = performance.getEntriesByType("resource").filter(({ name }) => /\.js(\?|$)/.test(name));
  return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024;
}

/** Notes when the largest thing in sight is painted, the last time that another takes its place. */
export function watchForSight() {
  new PerformanceObserver((list) => {
    window.seenAt = list.getEntries().at(-1).startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

/** When the page was seen and when it had loaded. */
export function loaded() {
  const [page] = performance.getEntriesByType("navigation");
  return { seenAt: window.seenAt, loadedAt: page.domContentLoadedEventEnd };
}
