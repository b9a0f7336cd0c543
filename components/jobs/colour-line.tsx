import type { UnitSystem } from "@/db/vocabulary";
import { formatMass } from "@/lib/measures/format-mass";
import type { FoundColour } from "@/lib/powders/colour";
import { Swatch } from "../ui/swatch";

type ColourLineProps = { colour: FoundColour; units: UnitSystem; locale: string };

/** One colour to choose: its swatch, name, look, and what the shop holds of it. */
export function ColourLine({ colour, units, locale }: ColourLineProps) {
  const { code, name, gloss, texture, maker, onHandMg } = colour;
  const look = [gloss, texture === "smooth" ? null : texture].filter(Boolean).join(" ");
  const held = onHandMg === null ? "" : onHandMg > 0 ? formatMass(onHandMg, units, locale) : "none on hand";
  return (
    <>
      <Swatch coats={[colour]} size="md" isNamed />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {name || code}
          {name && code && <span className="ml-1.5 text-ink-faint">{code}</span>}
        </span>
        <span className="block truncate text-xs text-ink-faint">
          {[maker, look, held].filter(Boolean).join(" · ") || "any look"}
        </span>
      </span>
    </>
  );
}
