import { fs595Rows } from "../reference/fs595";
import { ralClassicRows } from "../reference/ral-classic";
import type { Gloss, Texture } from "../vocabulary";

export type DemoPowder = {
  /** How palettes call it. */
  key: string;
  maker: string;
  code: string;
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture;
  chemistry: string;
  specificGravity: number;
  priceCents: number;
};

const makers = { N: "Northlight", C: "Corvane", B: "Brightforge", H: "Halden" } as const;
const glosses = { g: "gloss", h: "semi-gloss", s: "satin", m: "matte", f: "flat" } as const;
const polyester = "TGIC-free polyester";

/** Key, maker, RAL colour, gloss, price a pound; smooth polyester. */
const ral: readonly [string, keyof typeof makers, string, keyof typeof glosses, number][] = [
  ["black-gloss", "N", "9005", "g", 5.4],
  ["black-satin", "N", "9005", "s", 5.6],
  ["black-matte", "C", "9005", "m", 6.1],
  ["graphite-black", "C", "9011", "s", 6.2],
  ["signal-black", "H", "9004", "h", 5.5],
  ["white-gloss", "N", "9016", "g", 5.8],
  ["white-satin", "N", "9016", "s", 5.9],
  ["signal-white", "C", "9003", "g", 5.8],
  ["pure-white", "C", "9010", "s", 5.9],
  ["cream", "H", "9001", "h", 6.0],
  ["oyster", "H", "1013", "s", 6.1],
  ["ivory", "H", "1015", "g", 6.0],
  ["anthracite", "N", "7016", "s", 5.9],
  ["anthracite-matte", "C", "7016", "m", 6.3],
  ["black-grey", "N", "7021", "s", 5.9],
  ["graphite", "C", "7024", "s", 6.0],
  ["basalt", "H", "7012", "s", 6.0],
  ["light-grey", "N", "7035", "h", 5.6],
  ["dusty-grey", "H", "7037", "h", 5.7],
  ["window-grey", "H", "7040", "s", 5.8],
  ["telegrey", "C", "7047", "s", 5.9],
  ["flame-red", "N", "3000", "g", 7.4],
  ["carmine", "C", "3002", "g", 7.5],
  ["ruby", "C", "3003", "g", 7.6],
  ["wine-red", "H", "3004", "s", 7.4],
  ["traffic-red", "N", "3020", "g", 7.3],
  ["ultramarine", "C", "5002", "g", 7.1],
  ["signal-blue", "N", "5005", "g", 6.9],
  ["gentian", "N", "5010", "g", 6.9],
  ["cobalt", "H", "5013", "s", 7.0],
  ["sky-blue", "N", "5015", "g", 6.9],
  ["traffic-blue", "C", "5017", "g", 6.9],
  ["pastel-blue", "H", "5024", "s", 7.0],
  ["leaf-green", "N", "6002", "g", 6.8],
  ["moss-green", "C", "6005", "s", 6.7],
  ["reseda", "H", "6011", "s", 6.8],
  ["yellow-green", "N", "6018", "g", 7.2],
  ["traffic-green", "C", "6024", "g", 7.0],
  ["mint-green", "C", "6029", "g", 7.0],
  ["pale-green", "H", "6021", "s", 6.8],
  ["signal-yellow", "N", "1003", "g", 7.6],
  ["zinc-yellow", "C", "1018", "g", 7.7],
  ["safety-yellow", "N", "1021", "g", 7.6],
  ["melon", "H", "1028", "g", 7.8],
  ["orange", "N", "2004", "g", 7.7],
  ["traffic-orange", "C", "2009", "g", 7.7],
  ["traffic-purple", "C", "4006", "g", 8.4],
  ["sepia", "H", "8014", "s", 6.1],
  ["chocolate", "H", "8017", "s", 6.1],
  ["grey-brown", "H", "8019", "s", 6.1],
];

const fs: readonly [string, keyof typeof makers, string, string, keyof typeof glosses, number][] = [
  ["haze-grey", "H", "26270", "Haze Grey", "h", 6.6],
  ["camo-green", "H", "34094", "Field Green", "f", 6.9],
  ["camo-tan", "H", "33446", "Dry Sand", "f", 6.9],
  ["aircraft-black", "H", "37038", "Deep Flat Black", "f", 6.4],
  ["plant-yellow", "C", "13538", "Plant Yellow", "g", 7.6],
  ["hydrant-red", "C", "11136", "Hydrant Red", "g", 7.4],
  ["insignia-blue", "C", "15102", "Insignia Blue", "g", 7.0],
];

/** Key, maker, code, name, colour on a screen, gloss, texture, chemistry, specific gravity, price a pound. */
const own: readonly [
  string,
  keyof typeof makers,
  string,
  string,
  string,
  keyof typeof glosses,
  Texture,
  string,
  number,
  number,
][] = [
  [
    "black-texture",
    "N",
    "NL-T905",
    "Night Fine Texture",
    "#252527",
    "m",
    "fine texture",
    polyester,
    1.5,
    6.4,
  ],
  [
    "bronze-texture",
    "N",
    "NL-T814",
    "Bronze Fine Texture",
    "#4b3b2c",
    "m",
    "fine texture",
    polyester,
    1.5,
    6.7,
  ],
  [
    "sand-texture",
    "C",
    "CV-T120",
    "Sandstone Fine Texture",
    "#b9a384",
    "m",
    "fine texture",
    polyester,
    1.52,
    6.8,
  ],
  ["black-wrinkle", "B", "BF-W01", "Black Wrinkle", "#1f2022", "s", "wrinkle", "Polyester hybrid", 1.55, 7.2],
  [
    "red-wrinkle",
    "B",
    "BF-W03",
    "Rally Red Wrinkle",
    "#8f1d1f",
    "s",
    "wrinkle",
    "Polyester hybrid",
    1.55,
    8.1,
  ],
  [
    "grey-hammer",
    "B",
    "BF-H07",
    "Steel Hammertone",
    "#7b8085",
    "h",
    "hammertone",
    "Polyester hybrid",
    1.5,
    7.4,
  ],
  ["copper-vein", "B", "BF-V12", "Copper Vein", "#6f3f25", "h", "vein", "Polyester hybrid", 1.45, 8.2],
  ["silver-vein", "B", "BF-V02", "Silver Vein", "#565b60", "h", "vein", "Polyester hybrid", 1.45, 7.9],
  ["white-aluminium", "N", "NL-M906", "White Aluminium", "#a2a3a1", "s", "metallic", polyester, 1.4, 9.2],
  ["grey-aluminium", "N", "NL-M907", "Grey Aluminium", "#82817d", "s", "metallic", polyester, 1.4, 9.4],
  ["champagne", "C", "CV-M31", "Champagne Alloy", "#bfa981", "s", "metallic", polyester, 1.4, 10.6],
  ["gunmetal", "B", "BF-M18", "Gunmetal Rain", "#3c434c", "g", "metallic", polyester, 1.38, 11.2],
  ["silver", "B", "BF-M02", "Bright Silver Base", "#b8bcc0", "g", "metallic", polyester, 1.36, 11.8],
  ["midnight-flake", "B", "BF-M55", "Midnight Flake", "#1c2a4a", "g", "metallic", polyester, 1.38, 12.4],
  [
    "cranberry-candy",
    "B",
    "BF-C03",
    "Cranberry Candy",
    "#9c0f2e",
    "g",
    "candy",
    "Acrylic polyester",
    1.24,
    15.9,
  ],
  ["lagoon-candy", "B", "BF-C15", "Lagoon Candy", "#0a6fae", "g", "candy", "Acrylic polyester", 1.24, 15.9],
  ["amber-candy", "B", "BF-C21", "Amber Candy", "#c9730a", "g", "candy", "Acrylic polyester", 1.24, 16.2],
  ["violet-candy", "B", "BF-C40", "Violet Candy", "#5a2a86", "g", "candy", "Acrylic polyester", 1.24, 16.4],
  ["lime-candy", "B", "BF-C62", "Lime Candy", "#6aa513", "g", "candy", "Acrylic polyester", 1.24, 16.2],
  ["clear-gloss", "C", "CV-X10", "Clear Gloss", "#eef1f2", "g", "clear", "Acrylic", 1.2, 8.9],
  ["clear-matte", "C", "CV-X14", "Clear Dead Matte", "#e6e9ea", "f", "clear", polyester, 1.22, 9.3],
  ["zinc-primer", "H", "H-P60", "Zinc Guard Primer", "#8b9094", "m", "smooth", "Zinc-rich epoxy", 2.1, 7.8],
  ["epoxy-primer", "H", "H-P20", "Grey Epoxy Primer", "#9a9d9c", "m", "smooth", "Epoxy", 1.5, 5.2],
];

/** The shop's eighty powders: standard colours, federal ones, and its makers' metallics, candies, textures and primers. */
export const demoPowders: readonly DemoPowder[] = [
  ...ral.map(([key, maker, colour, gloss, price]) => {
    const [, name, , , , , hex] = ralClassicRows.find(([code]) => code === colour) ?? [];
    return {
      key,
      maker: makers[maker],
      code: `${maker === "H" ? "H-" : maker === "N" ? "NL-" : "CV-"}${colour}${gloss.toUpperCase()}`,
      name: name as string,
      colourCode: `RAL ${colour}`,
      hex: hex as string,
      gloss: glosses[gloss],
      texture: "smooth" as const,
      chemistry: polyester,
      specificGravity: colour.startsWith("9") || colour.startsWith("1") ? 1.65 : 1.45,
      priceCents: Math.round(price * 100),
    };
  }),
  ...fs.map(([key, maker, colour, name, gloss, price]) => ({
    key,
    maker: makers[maker],
    code: `${maker === "H" ? "H-" : "CV-"}F${colour}`,
    name,
    colourCode: `FS ${colour}`,
    hex: fs595Rows.find(([code]) => code === colour)?.[1] as string,
    gloss: glosses[gloss],
    texture: "smooth" as const,
    chemistry: polyester,
    specificGravity: 1.5,
    priceCents: Math.round(price * 100),
  })),
  ...own.map(([key, maker, code, name, hex, gloss, texture, chemistry, specificGravity, price]) => ({
    key,
    maker: makers[maker],
    code,
    name,
    colourCode: code === "NL-M906" ? "RAL 9006" : code === "NL-M907" ? "RAL 9007" : "",
    hex,
    gloss: glosses[gloss],
    texture,
    chemistry,
    specificGravity,
    priceCents: Math.round(price * 100),
  })),
];

const byKey = new Map(demoPowders.map((one) => [one.key, one]));

export function demoPowder(key: string): DemoPowder {
  const found = byKey.get(key);
  if (!found) throw new Error(`no demo powder ${key}`);
  return found;
}
