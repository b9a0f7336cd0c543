import type { ColourSystem, Gloss, Texture } from "@/db/vocabulary";

/** A colour somebody can choose for a coat: a powder of the shop, a standard's colour, or one used before. */
export type FoundColour = {
  system: ColourSystem;
  powderId: string | null;
  /** "RAL 9016", "FS 26270", a maker's code, or empty for plain words. */
  code: string;
  name: string;
  /** A screen approximation; empty when unknown. */
  hex: string;
  gloss: Gloss | null;
  texture: Texture | null;
  maker: string;
  /** What the shop holds of a powder, in milligrams; null for what is no powder. */
  onHandMg: number | null;
  /** Coats of the shop's newest jobs in this colour. */
  uses: number;
};
