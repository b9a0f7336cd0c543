import { Swatch } from "@/components/ui/swatch";
import type { SwatchCoat } from "@/components/ui/swatch-look";

const shown: SwatchCoat[] = [
  { hex: "#2f3a2f", texture: "fine texture", gloss: "matte" },
  { hex: "#a72920", gloss: "gloss" },
  { hex: "#e2a300", gloss: "satin" },
  { hex: "#8a8d8f", texture: "metallic" },
  { hex: "#0f4c81", gloss: "gloss" },
  { hex: "#f1ece1", gloss: "semi-gloss" },
  { hex: "#1d1d1f", texture: "wrinkle", gloss: "matte" },
];

/** A row of powders: what the product is about, before anybody has signed in. */
export function SwatchBand() {
  return (
    <div aria-hidden className="flex gap-1">
      {shown.map((coat) => (
        <Swatch key={coat.hex} coats={[coat]} size="md" isNamed />
      ))}
    </div>
  );
}
