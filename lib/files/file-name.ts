import type { KeptType } from "./limits";

const endings: Record<KeptType, readonly string[]> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
};

const longestName = 120;
// Control, zero-width and direction marks: they hide what a name really ends in.
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name to show and to download by: without folders, hidden characters and false endings. */
export function cleanFileName(name: string, type: KeptType): string {
  const last = name.replaceAll("\\", "/").split("/").at(-1) ?? "";
  const seen = last
    .toWellFormed()
    .replace(hidden, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+|[. ]+$/g, "");
  const dot = seen.lastIndexOf(".");
  const ending = dot > 0 ? seen.slice(dot + 1) : "";
  const isEnding = /^[a-z0-9]{1,5}$/i.test(ending);
  const stem = (isEnding ? seen.slice(0, dot) : seen).trim();
  const [usual = ""] = endings[type];
  const kept = endings[type].includes(ending.toLowerCase()) ? ending.toLowerCase() : usual;
  const safe = deviceNames.test(stem) ? `${stem}_` : stem;
  return `${shorten(safe || "file", longestName - kept.length - 1)}.${kept}`;
}

/** The Content-Disposition of a file by RFC 6266: plain letters for old programs, the true name beside them. */
export function disposition(name: string, how: "inline" | "attachment"): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["\\%;/]/g, "_");
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}

function shorten(text: string, most: number): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let kept = "";
  for (const letter of letters) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept.trimEnd();
}
