import type { Gloss, Texture } from "@/db/vocabulary";
import { fs595, ral } from "./colour-book";
import { glossPhrases, texturePhrases } from "./colour-words";
import { wordKey } from "./word-key";

type PowderName = {
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture | null;
};

/** A powder's name in its parts: "RAL 9016 Traffic white gloss" is Traffic white, RAL 9016, gloss. */
export function readPowderName(typed: string, more = ""): PowderName {
  const text = typed.replaceAll('"', "").replace(/\s+/g, " ").trim();
  const coded =
    /\b(ral|fs|fed\.?\s*std\.?)[\s-]*(?:595\w?[\s-]*)?(\d{4,5})\b/i.exec(`${text} ${more}`) ?? bareRal(more);
  const system = coded?.[1]?.toLowerCase() === "ral" ? "RAL" : "FS";
  const colour = coded ? (system === "RAL" ? ral : fs595).get(coded[2] ?? "") : undefined;
  const words = text
    .replace(coded?.[0] ?? "\u0000", " ")
    .replace(/\s+/g, " ")
    .trim();
  const { rest, gloss } = takeGloss(words, more);
  const key = ` ${wordKey(`${text} ${more}`)} `;
  const texture = texturePhrases.find(([phrase]) => key.includes(` ${phrase} `))?.[1] ?? null;
  return {
    name: rest || colour?.names[0] || (coded ? `${system} ${coded[2]}` : text),
    colourCode: coded ? `${system} ${coded[2]}` : "",
    hex: colour?.hex ?? "",
    gloss,
    texture,
  };
}

const bareRal = (more: string): RegExpExecArray | null =>
  /^\d{4}$/.test(more.trim()) && ral.has(more.trim()) ? /^()(\d{4})$/.exec(more.trim()) : null;

/** Takes a gloss off the end of a name, or reads it from the columns beside. */
function takeGloss(words: string, more: string): { rest: string; gloss: Gloss | null } {
  const key = wordKey(words);
  for (const [phrase, gloss] of glossPhrases) {
    if (phrase.length > 2 && key.endsWith(` ${phrase}`)) {
      const count = phrase.split(/[\s-]/).length;
      return {
        rest: words
          .split(/[\s-]+/)
          .slice(0, -count)
          .join(" ")
          .replace(/[,\s]+$/, ""),
        gloss,
      };
    }
  }
  const beside = ` ${wordKey(more)} `;
  return { rest: words, gloss: glossPhrases.find(([phrase]) => beside.includes(` ${phrase} `))?.[1] ?? null };
}
