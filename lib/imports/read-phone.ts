export type Phone = { label: "phone" | "mobile" | "fax"; typed: string; digits: string; extension: string };

const labels =
  /\b(phone|telephone|telefon|t[eé]l(?:[eé]fono|[eé]phone|efoon)?|tel|work|office|main|home|ph|mobile|mob|mobil|handy|cell(?:ular|ulare)?|portable|m[oó]vil|gsm|direct|fax|telefax)\b\.?\s*:?\s*(?=[+(\d])/giu;

/** The telephone numbers of a cell with their labels; digits are the national number, for comparing. */
export function readPhones(text: string, label: Phone["label"] = "phone"): Phone[] {
  const phones: Phone[] = [];
  let current = label;
  const marked = text.replace(labels, (_, word: string) => `\u0001${labelOf(word)}\u0002`);
  for (const piece of marked.split(/\u0001|[;\n|]|,(?=\s*[+(\d])|\s\/\s/)) {
    const [first = "", second] = piece.split("\u0002");
    if (second !== undefined) current = first as Phone["label"];
    const typed = (second ?? first).trim();
    const [number = "", extension = ""] = typed.split(
      /\s*(?:\bext\b\.?|\bextension\b|\bx(?=\s*\d)|#|\bdw\b|\bposte\b)\s*:?/i,
    );
    const run = /\+?\(?\d[\d\s().\-–/·]*\d/.exec(number)?.[0] ?? "";
    const digits = nationalDigits(run);
    if (digits.length >= 5 && digits.length <= 15)
      phones.push({ label: current, typed, digits, extension: extension.replace(/\D/g, "") });
  }
  return phones;
}

function labelOf(word: string): Phone["label"] {
  if (/fax/i.test(word)) return "fax";
  return /^(?:mob|handy|cell|portable|m[oó]vil|gsm)/i.test(word) ? "mobile" : "phone";
}

/** "+1 413-555-0142", "1 (413) 555 0142" and "413.555.0142" are one; so are "+49 (0)171 55" and "0171 55". */
function nationalDigits(typed: string): string {
  const isForeign = /^\s*(?:\+|00)/.test(typed);
  const digits = typed
    .replace(/\(0\)/, "")
    .replace(/\D/g, "")
    .replace(isForeign ? /^00/ : /^$/, "");
  if (isForeign) return digits.replace(countryCode, "").replace(/^0/, "");
  if (digits.length === 11 && digits.startsWith("1")) return digits.slice(1);
  return digits.replace(/^0/, "");
}

const countryCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
