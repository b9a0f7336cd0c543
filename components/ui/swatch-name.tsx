import clsx from "clsx";
import { Swatch, type SwatchSize } from "./swatch";
import { describeCoats, type SwatchCoat } from "./swatch-look";

type SwatchNameProps = {
  coats: readonly SwatchCoat[];
  size?: SwatchSize;
  /** Says "Screen approximation": wherever someone might match a part by it. */
  isForMatching?: boolean;
  className?: string;
};

/** A swatch, the name and code of the coat one sees, and in a second line the coats around it. */
export function SwatchName({ coats, size = "sm", isForMatching, className }: SwatchNameProps) {
  const seen = coats.findLast((coat) => coat.texture !== "clear") ?? coats.at(-1);
  if (!seen) return <span className="text-ink-faint">No colour yet</span>;
  const others = coats.filter((coat) => coat !== seen);
  return (
    <span
      data-tip={others.length > 0 ? describeCoats(coats) : undefined}
      className={clsx("inline-flex max-w-full min-w-0 items-center gap-2 align-middle", className)}
    >
      <Swatch coats={coats} size={size} isNamed />
      <span className="min-w-0">
        <span className="block truncate">
          {nameOf(seen)}
          {seen.name && seen.code && seen.code !== seen.name && (
            <span className="ml-1.5 text-ink-faint">{seen.code}</span>
          )}
        </span>
        {others.length > 0 && (
          <span className="block truncate text-xs text-ink-muted">with {others.map(nameOf).join(", ")}</span>
        )}
        {isForMatching && <span className="block text-xs text-ink-faint">Screen approximation</span>}
      </span>
    </span>
  );
}

const nameOf = (coat: SwatchCoat) => coat.name || coat.code || "unknown colour";
