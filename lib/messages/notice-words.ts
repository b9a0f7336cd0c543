/** The words in braces that a notice fills in. */
export const placeholders = [
  "customer",
  "contact",
  "shop",
  "job",
  "due",
  "proof",
  "decision",
  "note",
] as const;
export type Placeholder = (typeof placeholders)[number];
export type NoticeValues = Record<Placeholder, string>;

const braced = /\{([^{}\n]*)\}/g;

/** Those words in braces of a text that are none of the allowed, as they are written there. */
export function unknownWords(text: string, allowed: readonly Placeholder[]): string[] {
  const found = [...text.matchAll(braced)].map(([whole, name]) => ({ whole, name }));
  return [
    ...new Set(found.filter(({ name }) => !allowed.some((one) => one === name)).map(({ whole }) => whole)),
  ];
}

/** A text's paragraphs with its words filled in. One whose word has nothing to say is left out. */
export function fillParagraphs(text: string, values: NoticeValues): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n[^\S\n]*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "" && wordsIn(one).every((word) => values[word].trim() !== ""))
    .map((one) => fill(one, values).trim());
}

/** A subject with its words filled in: one line, whatever the words hold. */
export function fillSubject(text: string, values: NoticeValues): string {
  return fill(text, values)
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 250);
}

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((one) => one === name);

const wordsIn = (text: string) =>
  [...text.matchAll(braced)].map(([, name]) => name ?? "").filter(isPlaceholder);

/** In one pass: braces inside a value stay as they are. */
const fill = (text: string, values: NoticeValues) =>
  text.replace(braced, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
