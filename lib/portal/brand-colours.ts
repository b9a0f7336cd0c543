import { contrast } from "../measures/contrast";

type BrandColours = { accent: string; strong: string; onAccent: string; ink: string; wash: string };

const white = "#ffffff";
const black = "#000000";

const grounds = {
  light: { paper: "#eeebe5", wash: "#fffefc", toward: black, share: 0.1 },
  dark: { paper: "#282623", wash: "#1e1c1a", toward: white, share: 0.22 },
} as const;

/**
 * A shop's colour as the portal wears it on light and on dark ground: a button that stands out from the page with words
 * that read on it, and links that read. Null for a shop without one: the product's own stay.
 */
export function brandColours(accent: string): { light: BrandColours; dark: BrandColours } | null {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return null;
  return { light: on("light", accent.toLowerCase()), dark: on("dark", accent.toLowerCase()) };
}

function on(theme: keyof typeof grounds, chosen: string): BrandColours {
  const { paper, wash, toward, share } = grounds[theme];
  const washed = mix(wash, chosen, share);
  const accent = until(chosen, toward, (one) => contrast(one, paper) >= 3);
  const [onAccent, away] = contrast(accent, white) >= 4.5 ? [white, black] : [black, white];
  return {
    accent,
    strong: mix(accent, away, 0.15),
    onAccent,
    ink: until(chosen, toward, (one) => contrast(one, paper) >= 4.5 && contrast(one, washed) >= 4.5),
    wash: washed,
  };
}

/** The colour, moved toward another by as little as makes it hold. */
function until(colour: string, toward: string, holds: (one: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mix(colour, toward, share);
    if (holds(moved)) return moved;
  }
  return toward;
}

function mix(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** The same as the style sheet of a page that wears them. Holds nothing but colours of six figures. */
export function brandStyle(accent: string): string {
  const worn = brandColours(accent);
  if (!worn) return "";
  const light = `:root{${declared(worn.light)}}`;
  const dark = `{${declared(worn.dark)}}`;
  return `${light}@media(prefers-color-scheme:dark){:root:not([data-theme="light"])${dark}}:root[data-theme="dark"]${dark}`;
}

const declared = ({ accent, strong, onAccent, ink, wash }: BrandColours) =>
  `--color-accent:${accent};--color-accent-strong:${strong};--color-on-accent:${onAccent};--color-accent-ink:${ink};--color-accent-wash:${wash}`;
