import { kindWords } from "./import-words";

const order = [
  { kind: "customers", why: "so that jobs find theirs by name" },
  { kind: "powders", why: "so that colours find their powder" },
  { kind: "jobs", why: "last, with the least to ask" },
] as const;

/** Which file to bring in first, and why. */
export function BestOrder() {
  return (
    <aside aria-labelledby="best-order" className="rounded-lg border bg-surface p-4">
      <h2 id="best-order" className="font-semibold">
        Best in this order
      </h2>
      <ol className="mt-2 grid gap-2">
        {order.map(({ kind, why }, at) => (
          <li key={kind} className="flex gap-2.5">
            <span
              aria-hidden
              className="grid size-5 shrink-0 place-items-center rounded-full bg-press text-xs"
            >
              {at + 1}
            </span>
            <span>
              <span className="font-medium">{kindWords[kind].name}</span>
              <span className="block text-xs text-ink-muted">{why}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-xs text-ink-muted">
        Have only one of them? Bring it in alone; what is missing is asked for.
      </p>
    </aside>
  );
}
