import clsx from "clsx";
import type { CSSProperties } from "react";
import { type Band, bandsOf, describeCoats, type SwatchCoat } from "./swatch-look";

export type SwatchSize = "xs" | "sm" | "md" | "lg" | "xl" | "fill";

type SwatchProps = {
  /** In order of application: primer first, clear last. */
  coats: readonly SwatchCoat[];
  size?: SwatchSize;
  /** True when name and code stand in text beside it, so that a screen reader hears them once. */
  isNamed?: boolean;
  className?: string;
};

/** A chip that looks like its powder; several coats show as bands, the top coat largest. */
export function Swatch({ coats, size = "sm", isNamed = false, className }: SwatchProps) {
  const bands = bandsOf(coats).reverse();
  const [top] = bands;
  const words = isNamed ? { "aria-hidden": true } : { role: "img", "aria-label": describeCoats(coats) };
  if (bands.length < 2) {
    return (
      <span
        {...words}
        className={clsx("swatch", `swatch-${size}`, top ? bandClass(top) : "swatch-empty", className)}
        style={top && bandStyle(top)}
      />
    );
  }
  return (
    <span {...words} className={clsx("swatch swatch-stack", `swatch-${size}`, className)}>
      {bands.map((band, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a coat's place is what it is
        <span key={i} className={bandClass(band)} style={bandStyle(band)} />
      ))}
    </span>
  );
}

const bandClass = (band: Band) =>
  band.colour ? `swatch-band sheen-${band.sheen} grain-${band.grain}` : "swatch-words";

const bandStyle = (band: Band): CSSProperties | undefined =>
  band.colour ? ({ "--band": band.colour, "--glow": band.glow ?? undefined } as CSSProperties) : undefined;
