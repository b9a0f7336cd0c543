export type Toast = {
  id: number;
  message: string;
  tone: "plain" | "done" | "problem";
  lastsMs: number;
  undo?: () => void;
  /** Where to go on from here: "Open". */
  onward?: { label: string; go: () => void };
};

const undoMs = 10_000;
const mostShown = 3;

let shown: readonly Toast[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

/** Says what happened, for a few seconds. */
export function toast(message: string) {
  show({ message, tone: "plain", lastsMs: 4_000 });
}

/** Says that something long has come to its end. */
toast.done = (message: string) => show({ message, tone: "done", lastsMs: 5_000 });

/** Says what was refused and what to do; stays longer, for it must be read. */
toast.problem = (message: string) => show({ message, tone: "problem", lastsMs: 10_000 });

/** Says what was done and offers, for 10 seconds, to take it back: by its button or by Ctrl/⌘ Z. */
export function toastUndo(message: string, undo: () => unknown, onward?: Toast["onward"]) {
  show({ message, tone: "plain", lastsMs: undoMs, undo: () => void undo(), onward });
}

/** Takes the newest undoable thing back; false when there is none left. */
export function undoNewest(): boolean {
  const newest = shown.findLast((one) => one.undo);
  if (newest) takeBack(newest);
  return newest !== undefined;
}

export function takeBack(one: Toast) {
  dismissToast(one.id);
  one.undo?.();
}

export function dismissToast(id: number) {
  set(shown.filter((one) => one.id !== id));
}

export const shownToasts = () => shown;

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function show(said: Omit<Toast, "id">) {
  set([...shown.filter((one) => one.message !== said.message), { id: ++lastId, ...said }].slice(-mostShown));
}

function set(next: readonly Toast[]) {
  shown = next;
  for (const watcher of watchers) watcher();
}
