import { type CoatSays, coatLook } from "@/lib/jobs/coats";
import { Swatch } from "../ui/swatch";

/** A finish by its swatch and in words, the coat one sees first. */
export function FinishName({ coats }: { coats: readonly CoatSays[] }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Swatch coats={coats} size="lg" isNamed />
      <span className="min-w-0">
        {coats.toReversed().map((coat, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a coat is its place in the finish
          <span key={at} className={at === 0 ? "block" : "block text-xs text-ink-muted"}>
            {at > 0 && "over "}
            {coat.name}
            {coat.code && coat.code !== coat.name && (
              <span className="ml-1.5 text-ink-muted">{coat.code}</span>
            )}
            {coatLook(coat) && <span className="ml-1.5 text-ink-muted">{coatLook(coat)}</span>}
            {coat.filmUm && <span className="ml-1.5 text-ink-muted">{coat.filmUm} µm</span>}
          </span>
        ))}
        {coats.some((coat) => coat.hex) && (
          <span className="block text-xs text-ink-faint print:hidden">Screen approximation</span>
        )}
      </span>
    </span>
  );
}
