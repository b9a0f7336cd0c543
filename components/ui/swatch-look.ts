import type { Gloss, Texture } from "@/db/vocabulary";

/** One coat as a swatch needs it; an empty hex is a colour known by words alone. */
export type SwatchCoat = {
  hex: string;
  gloss?: Gloss | null;
  texture?: Texture | null;
  name?: string;
  code?: string;
};

/** What one band of a swatch wears: its colour, the colour its light brings out, its sheen and grain. */
export type Band = { colour: string | null; glow: string | null; sheen: Sheen; grain: Grain };
type Sheen =
  | "none"
  | "gloss"
  | "semi-gloss"
  | "satin"
  | "rough"
  | "metallic"
  | "candy"
  | "bare-gloss"
  | "bare-satin"
  | "bare-matte";
type Grain = "none" | "fine" | "wrinkle" | "hammertone" | "vein" | "metallic";

const bareMetal = "#bfc1c3";
const grains: Record<Texture, Grain> = {
  smooth: "none",
  "fine texture": "fine",
  wrinkle: "wrinkle",
  hammertone: "hammertone",
  vein: "vein",
  metallic: "metallic",
  candy: "none",
  clear: "none",
};

/** Bands in order of application; clear and candy coats let the coat beneath them show. */
export function bandsOf(coats: readonly SwatchCoat[]): Band[] {
  const bands: Band[] = [];
  for (const coat of coats) {
    const below = bands.at(-1) ?? null;
    bands.push(coat.texture === "clear" ? clearOver(below, coat) : colourOver(below, coat));
  }
  return bands;
}

/** "Candy red PPS-2694, gloss, over Super chrome PSS-4482": the swatch in words, top coat first. */
export function describeCoats(coats: readonly SwatchCoat[]): string {
  const words = coats.toReversed().map(describeCoat).filter(Boolean);
  return words.join(", over ") || "No colour yet";
}

function describeCoat({ name, code, gloss, texture, hex }: SwatchCoat): string {
  const named = [name, code === name ? "" : code].filter(Boolean).join(" ");
  const surface = [gloss, texture === "smooth" ? "" : texture].filter(Boolean).join(" ");
  return [named || (hex ? `Colour ${hex}` : "Unknown colour"), surface].filter(Boolean).join(", ");
}

/** By itself it is seen on bare metal, which a glossy one leaves bright and a matte one veils. */
function clearOver(below: Band | null, coat: SwatchCoat): Band {
  if (!below) return { colour: bareMetal, glow: null, sheen: bareUnder(coat), grain: "none" };
  const keepsItsOwn = below.sheen === "metallic" || below.sheen === "candy";
  return { ...below, sheen: keepsItsOwn ? below.sheen : sheenOf({ ...coat, texture: "smooth" }) };
}

function bareUnder({ gloss }: SwatchCoat): Sheen {
  if (gloss === "matte" || gloss === "flat") return "bare-matte";
  return gloss === "satin" || gloss === "semi-gloss" ? "bare-satin" : "bare-gloss";
}

function colourOver(below: Band | null, coat: SwatchCoat): Band {
  const colour = isHex(coat.hex) ? coat.hex : null;
  if (!colour) return { colour: null, glow: null, sheen: "none", grain: "none" };
  if (coat.texture !== "candy") {
    return { colour, glow: null, sheen: sheenOf(coat), grain: grains[coat.texture ?? "smooth"] };
  }
  const base = below?.colour ?? bareMetal;
  return {
    colour: mix(colour, multiply(colour, base), 0.55),
    glow: lit(colour, base),
    sheen: "candy",
    grain: below?.grain === "metallic" ? "metallic" : "none",
  };
}

function sheenOf({ gloss, texture }: SwatchCoat): Sheen {
  if (texture === "metallic") return "metallic";
  if (!gloss || gloss === "matte" || gloss === "flat") return "none";
  return texture && texture !== "smooth" ? "rough" : gloss;
}

const isHex = (hex: string) => /^#[0-9a-f]{6}$/i.test(hex);
const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const toHex = (values: number[]) =>
  `#${values.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
const pair = (one: string, other: string, join: (a: number, b: number) => number) => {
  const right = channels(other);
  return toHex(channels(one).map((value, i) => join(value, right[i] ?? 0)));
};
const mix = (one: string, other: string, share: number) =>
  pair(one, other, (a, b) => a * (1 - share) + b * share);
/** Light that went through a candy coat and came back from its base: brighter, hardly paler. */
const lit = (candy: string, base: string) => {
  const gain = Math.min(1.4, 235 / Math.max(1, ...channels(candy)));
  return pair(candy, base, (a, b) => Math.min(255, a * gain + b * 0.08));
};
const multiply = (one: string, other: string) => pair(one, other, (a, b) => (a * b) / 255);
