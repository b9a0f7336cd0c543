import clsx from "clsx";
import { Swatch, type SwatchSize } from "./swatch";
import type { SwatchCoat } from "./swatch-look";

type SwatchNameProps = {
  coats: readonly SwatchCoat[];
  size?: SwatchSize;
  /** Says "screen approximation": wherever someone might match a part by it. */
  isForMatching?: boolean;
  className?: string;
};

/** A swatch with its names and codes beside it, top coat first. */
export function SwatchName({ coats, size = "sm", isForMatching, className }: SwatchNameProps) {
  const named = coats.toReversed();
  if (named.length === 0) return <span className="text-ink-faint">No colour yet</span>;
  return (
    <span className={clsx("inline-flex min-w-0 items-center gap-2", className)}>
      <Swatch coats={coats} size={size} isNamed />
      <span className="min-w-0">
        {named.map((coat, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a coat's place is what it is
          <span key={i} className={clsx("block truncate", i > 0 && "text-xs text-ink-muted")}>
            {i > 0 && "over "}
            {coat.name || coat.code || "Unknown colour"}
            {coat.name && coat.code && coat.code !== coat.name && (
              <span className="ml-1.5 text-ink-faint">{coat.code}</span>
            )}
          </span>
        ))}
        {isForMatching && <span className="block text-xs text-ink-faint">Screen approximation</span>}
      </span>
    </span>
  );
}
