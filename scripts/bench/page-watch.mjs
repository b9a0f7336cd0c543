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

/** When the page had loaded, and the kB of everything that came over the wire until it was first painted. */
export function loaded() {
  const [page] = performance.getEntriesByType("navigation");
  const paintedAt =
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? page.domInteractive;
  const before = performance
    .getEntriesByType("resource")
    .filter(({ responseEnd }) => responseEnd <= paintedAt);
  const bytes = [page, ...before].reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  return { ms: page.domContentLoadedEventEnd, kb: bytes / 1000 };
}
