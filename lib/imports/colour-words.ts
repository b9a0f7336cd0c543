import type { Gloss, Texture } from "@/db/vocabulary";
import { wordKey } from "./word-key";

const list = (words: string) => words.split(" ").map((word) => wordKey(word.replaceAll("_", " ")));

/** Base colours and how people write them; the key is the English word. */
const baseColours: Record<string, string> = {
  black: "black blk blck bk schwarz schw noir noire negro negra nero nera zwart tiefschwarz",
  white:
    "white wht wh wt weiss weiß ws blanc blanche blanco blanca bianco bianca wit reinweiss verkehrsweiss",
  grey: "grey gray gry gr. grau gris grigio grigia grijs",
  silver:
    "silver slv silvr silber argent argente plata plateado argento zilver alu aluminium aluminum alusilber weissaluminium graualuminium",
  red: "red rd rot rouge rojo roja rosso rossa rood burgundy maroon crimson weinrot feuerrot",
  orange: "orange org orng naranja arancio arancione oranje",
  yellow: "yellow yel ylw yllw gelb jaune amarillo amarilla giallo gialla geel gold_yellow",
  gold: "gold golden or_jaune dore oro dorado dorato goud",
  green: "green grn gn grün vert verte verde groen olive lime",
  blue: "blue blu bl blau bleu bleue azul blu_ blauw navy azure",
  teal: "teal turquoise aqua cyan türkis petrol turquesa turchese",
  violet: "violet purple lila plum violett violette morado morada violeta viola paars",
  pink: "pink rosa rose magenta fuchsia roze",
  brown: "brown brn br braun brun brune marron marrone bruin chocolate",
  bronze: "bronze brz bronce bronzo brons",
  copper: "copper kupfer cuivre cobre rame koper",
  beige: "beige tan cream creme crème ivory sand almond champagne elfenbein ivoire marfil avorio ivoor crema",
  clear: "clear clr transparent klar klarlack vernis transparente trasparente blank incolore",
  chrome: "chrome chrom cromo chroom",
};

export const baseColourOf = new Map<string, string>();
for (const [base, words] of Object.entries(baseColours))
  for (const word of list(words)) baseColourOf.set(word, base);

/** Endings by which German and Dutch colour words are told: tiefblau, donkergroen. */
export const baseColourEndings: [string, string][] = [
  ["schwarz", "black"],
  ["weiss", "white"],
  ["grau", "grey"],
  ["rot", "red"],
  ["gelb", "yellow"],
  ["grun", "green"],
  ["blau", "blue"],
  ["braun", "brown"],
  ["silber", "silver"],
  ["orange", "orange"],
  ["violett", "violet"],
  ["zwart", "black"],
  ["wit", "white"],
  ["grijs", "grey"],
  ["rood", "red"],
  ["geel", "yellow"],
  ["groen", "green"],
  ["blauw", "blue"],
  ["bruin", "brown"],
  ["lila", "violet"],
  ["beige", "beige"],
  ["turkis", "teal"],
];

export const shadeWords = new Set(
  list(
    "dark dk drk light lt lgt pale bright deep medium med hot pure off soft warm cool dusty dunkel hell mittel tief rein fonce foncee clair claire oscuro oscura claro clara scuro scura chiaro chiara donker licht hel " +
      "safety signal traffic jet anthracite anthrazit charcoal graphite grafit gunmetal slate smoke ash mouse telegrey telegrau john deere cat ford chevy harley ferrari",
  ).filter((word) => !["john", "deere", "cat", "ford", "chevy", "harley", "ferrari"].includes(word)),
);

/** Shades that stand for a colour by themselves. */
export const loneShades = new Set(
  list(
    "anthracite anthrazit charcoal graphite grafit gunmetal slate antracita anthracit antraciet antracite",
  ),
);

/** How gloss is written, longest first. */
export const glossPhrases: [string, Gloss][] = (
  [
    [
      "semi-gloss",
      "semi-gloss|semi gloss|semigloss|semi|sg|seidenglanz|seidenglanzend|satingloss|halbglanz|halbglanzend|zijdeglans|semi brillant|semibrillo|semilucido",
    ],
    [
      "satin",
      "satin|sat|stn|seidenmatt|seidenmat|satine|satinee|satinado|satinato|satinata|zijdemat|eggshell|low gloss",
    ],
    ["flat", "dead flat|stumpfmatt|tiefmatt"],
    ["matte", "matte|matt|mat|mt|flat|mate|opaco|opaca"],
    [
      "gloss",
      "high gloss|full gloss|gloss|glossy|gls|gl|glz|hochglanz|hochglanzend|glanz|glanzend|glaenzend|brillant|brillante|brillo|lucido|lucida|hoogglans|glans|glanzend",
    ],
  ] as [Gloss, string][]
).flatMap(([gloss, phrases]) =>
  phrases.split("|").map((phrase): [string, Gloss] => [wordKey(phrase), gloss]),
);
glossPhrases.sort(([a], [b]) => b.length - a.length);

/** How textures are written, longest first. */
export const texturePhrases: [string, Texture][] = (
  [
    ["smooth", "smooth|glatt|lisse|liso|liscio|glad"],
    [
      "fine texture",
      "fine texture|fine tex|texture|textured|text|tex|txt|sand texture|sandtex|feinstruktur|feinstr|struktur|strukt|grobstruktur|structure|texture fine|textura|texturado|strutturato|bucciato|structuur|fijnstructuur|river|leather",
    ],
    ["wrinkle", "wrinkle|krausel|crinkle|wrinkled"],
    ["hammertone", "hammertone|hammer|hammered|hammerschlag|martele|martillado|martellato|hamerslag"],
    ["vein", "vein|veins|antique"],
    [
      "metallic",
      "metallic|met|metal|metallise|metalise|metalizado|metalizzato|metallizzato|metallique|flake|sparkle|glitter|pearl|perl|perle|pearlescent|mica|glimmer|eisenglimmer|perlglimmer",
    ],
    ["candy", "candy|translucent|trans|illusion"],
    ["clear", "clear|clear coat|clearcoat|topcoat|top coat|clr|klarlack|vernis"],
  ] as [Texture, string][]
).flatMap(([texture, phrases]) =>
  phrases.split("|").map((phrase): [string, Texture] => [wordKey(phrase), texture]),
);
texturePhrases.sort(([a], [b]) => b.length - a.length);

export const primerWords = new Set(
  list(
    "primer prime grund grundiert grundierung zinkgrund zinkgrundierung primaire appret imprimacion fondo grondlaag zinc zink epoxy epoxid epoxi rich",
  ),
);

/** Words that join or fill and say nothing of the colour. */
export const fillers = new Set(
  list(
    "and the a in with w color colour coat powder farbe couleur color colore kleur finish std standard per de of und et y e en ral fs no nr code",
  ),
);
