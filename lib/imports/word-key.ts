/** Text for looking up in word lists: lower case, no accents, single blanks, no marks around it. */
export function wordKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:!*"'()[\]-]+|[\s.,;:!*"'()[\]-]+$/g, "");
}

/** Marks by which people say that a cell holds nothing. */
export const isNothing = (text: string): boolean =>
  /^(?:[-–—_./\s]*|n\/?a\.?|none|nil|k\.?\s?a\.?|entf(?:ä|ae)llt|s\/[dn]|n\.?\s?v\.?t\.?|null|#n\/a)$/i.test(
    text.trim(),
  );

/** Words in several languages for "about", before or after a number. */
export const aboutBefore =
  /^(?:~|≈|±|\+\/-|c\.|ca\.?|circa|cca\.?|about|abt\.?|around|approx(?:imately)?\.?|roughly|est\.?|etwa|ungef(?:ä|ae)hr|zirka|rund|env(?:iron)?\.?|approximativement|aprox\.?|aproximadamente|unos|unas|alrededor de|ongeveer|plm\.?|circa|quasi|intorno a)\s*(?=[\d½¼¾⅓⅔.,$€£])/i;
export const aboutAfter = /(?:\s*(?:-?\s?ish|\+\/-|approx\.?|ca\.?|or so|est\.?|env(?:iron)?\.?|aprox\.?))$/i;
