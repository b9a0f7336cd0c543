const joiners = new Set(["and", "the"]);

const legalEndings = new Set(
  (
    "co company corp corporation deleted inc incorporated llc ltd limited plc pty " +
    "gmbh mbh ohg kg ug ek sarl sas eurl srl sa bv nv"
  ).split(" "),
);

/** Endings as they fall apart when written with dots: S.à r.l., G.m.b.H., L.L.C. */
const dottedEndings = [
  "s a r l",
  "s p a",
  "s r l",
  "s l",
  "s a",
  "b v",
  "n v",
  "e k",
  "l l c",
  "g m b h",
].map((ending) => ending.split(" "));

/** A name with case, accents, punctuation and legal endings taken away: equal keys are the same customer. */
export function nameKey(name: string): string {
  const words = nameWords(name).filter((word) => !joiners.has(word));
  let before = 0;
  while (before !== words.length) {
    before = words.length;
    if (words.length > 1 && legalEndings.has(words.at(-1) ?? "")) words.pop();
    const dotted = dottedEndings.find(
      (ending) =>
        words.length > ending.length && ending.every((letter, i) => words.at(i - ending.length) === letter),
    );
    if (dotted) words.length -= dotted.length;
  }
  return words.join("");
}

/** The words of a name, case-folded and without accents (Latin, Greek, Cyrillic, Hebrew, Arabic marks). */
export function nameWords(name: string): string[] {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ς", "σ")
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f]/g, "")
    .normalize("NFC")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}
