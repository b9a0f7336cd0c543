export type Shown = { shape: Shape; hex: string; tag: string };

/** A picture as somebody might take it in the shop: a part on its hooks, bare or in its colour, with the job's tag on it. SVG, 1200 × 900. */
export function drawPart({ shape, hex, tag }: Shown): string {
  const { drawn, hooks, hangs } = shapes[shape];
  const light = mixed(hex, "#ffffff", 0.42);
  const dark = mixed(hex, "#0b0d10", 0.5);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900">
    <defs>
      <linearGradient id="wall" x2="0" y2="1"><stop stop-color="#e3e6e8"/><stop offset="1" stop-color="#b4babf"/></linearGradient>
      <linearGradient id="floor" x2="0" y2="1"><stop stop-color="#8b9196"/><stop offset="1" stop-color="#5f656a"/></linearGradient>
      <linearGradient id="coat" gradientUnits="userSpaceOnUse" x1="200" y1="180" x2="980" y2="760">
        <stop stop-color="${light}"/><stop offset="0.38" stop-color="${hex}"/><stop offset="1" stop-color="${dark}"/></linearGradient>
      <filter id="soft"><feGaussianBlur stdDeviation="16"/></filter>
    </defs>
    <rect width="1200" height="760" fill="url(#wall)"/><rect y="760" width="1200" height="140" fill="url(#floor)"/>
    <rect y="52" width="1200" height="20" fill="#4d5359"/><rect y="52" width="1200" height="6" fill="#7d848a"/>
    <ellipse cx="600" cy="800" rx="360" ry="26" fill="#23272b" opacity="0.45" filter="url(#soft)"/>
    <g fill="url(#coat)" stroke="${dark}" stroke-width="3">${drawn}</g>
    <g fill="none" stroke="#3d4247" stroke-width="7">${hooks.map((x) => `<path d="M${x + 32} 70V${hangs}a16 16 0 0 1-32 0"/>`).join("")}</g>
    <g transform="rotate(-7 905 285)"><rect x="850" y="250" width="128" height="70" rx="6" fill="#fbf6e6" stroke="#c7bfa4"/>
      <text x="914" y="299" font-family="sans-serif" font-size="38" font-weight="700" text-anchor="middle" fill="#26282b">${tag}</text></g>
  </svg>`;
}

export type Shape = keyof typeof shapes;

const words: readonly [RegExp, Shape][] = [
  [/^wheels/i, "wheel"],
  [/gate( leaf)?$/i, "gate"],
  [/rail|fence panels|ladders/i, "railing"],
  [/(bicycle|bike|motorcycle) frame/i, "frame"],
  [/chair|bench/i, "chair"],
  [/cabinet|guards|panels|cases|boxes/i, "panel"],
];

/** What a part of this description is drawn as; null where no drawing would be like it. */
export const shapeOf = (description: string): Shape | null =>
  words.find(([word]) => word.test(description))?.[1] ?? null;

const turned = (count: number, draw: (degrees: number) => string) =>
  Array.from({ length: count }, (_, place) => draw((360 / count) * place)).join("");
const row = (count: number, from: number, step: number, draw: (x: number) => string) =>
  Array.from({ length: count }, (_, place) => draw(from + step * place)).join("");

const shapes = {
  wheel: {
    hooks: [584],
    hangs: 200,
    drawn: `<circle cx="600" cy="470" r="268"/><circle cx="600" cy="470" r="222" fill="#2c3034"/>
    ${turned(10, (turn) => `<path d="M582 470l-16-226h68l-16 226z" transform="rotate(${turn} 600 470)"/>`)}
    <circle cx="600" cy="470" r="70"/><circle cx="600" cy="470" r="30" fill="#2c3034"/>
    ${turned(5, (turn) => `<circle cx="600" cy="422" r="9" fill="#2c3034" transform="rotate(${turn} 600 470)"/>`)}`,
  },
  railing: {
    hooks: [330, 840],
    hangs: 206,
    drawn: `<rect x="200" y="200" width="800" height="34" rx="10"/><rect x="200" y="640" width="800" height="26"/>
    ${row(15, 252, 48, (x) => `<rect x="${x}" y="232" width="18" height="410"/>`)}
    <rect x="196" y="190" width="44" height="560"/><rect x="960" y="190" width="44" height="560"/>
    <rect x="166" y="742" width="104" height="20"/><rect x="930" y="742" width="104" height="20"/>`,
  },
  gate: {
    hooks: [440, 730],
    hangs: 220,
    drawn: `<path d="M250 750V300q350-210 700 0v450h-40V330q-310-170-620 0v420z"/>
    ${row(11, 318, 54, (x) => {
      const top = Math.round(262 + ((x - 590) / 330) ** 2 * 62);
      return `<rect x="${x}" y="${top}" width="20" height="${730 - top}"/>`;
    })}
    <rect x="250" y="470" width="700" height="30"/><rect x="250" y="716" width="700" height="34"/>`,
  },
  frame: {
    hooks: [540, 740],
    hangs: 296,
    drawn: `<g fill="none" stroke="url(#coat)" stroke-width="36" stroke-linecap="round" stroke-linejoin="round">
    <path d="M470 250L560 620L820 300L470 300"/><path d="M470 300L300 640L560 620" stroke-width="24"/>
    <path d="M800 220L900 640" stroke-width="30"/><path d="M420 240h110" stroke-width="20"/></g>
    <circle cx="560" cy="620" r="40"/><circle cx="300" cy="640" r="22"/><circle cx="898" cy="640" r="22"/>`,
  },
  chair: {
    hooks: [470, 650],
    hangs: 200,
    drawn: `<g fill="none" stroke="url(#coat)" stroke-width="30" stroke-linecap="round" stroke-linejoin="round">
    <path d="M380 750L420 200H720L760 750"/><path d="M400 500H840L860 750"/><path d="M408 350H734"/><path d="M290 750L330 500H410"/></g>
    ${row(6, 436, 50, (x) => `<rect x="${x}" y="214" width="16" height="280"/>`)}`,
  },
  panel: {
    hooks: [340, 830],
    hangs: 188,
    drawn: `<rect x="280" y="180" width="640" height="540" rx="18"/>
    <rect x="330" y="232" width="540" height="300" rx="8" fill="#ffffff" fill-opacity="0.1"/>
    <rect x="330" y="570" width="250" height="100" rx="8" fill="#000000" fill-opacity="0.18"/>
    ${row(7, 650, 34, (x) => `<rect x="${x}" y="574" width="14" height="92" rx="7" fill="#1d2023" fill-opacity="0.6"/>`)}
    ${row(2, 306, 588, (x) => `<circle cx="${x}" cy="206" r="9" fill="#1d2023"/><circle cx="${x}" cy="694" r="9" fill="#1d2023"/>`)}`,
  },
} satisfies Record<string, { hooks: number[]; hangs: number; drawn: string }>;

/** A colour with a share of another in it. */
export function mixed(hex: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, two] = [hex, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    const value = Math.round((one as number) * (1 - share) + (two as number) * share);
    return value.toString(16).padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
