/** What a spreadsheet's number format says about the numbers it shows. */
export type NumberFormat = {
  isDate: boolean;
  showsDay: boolean;
  showsTime: boolean;
  isPercent: boolean;
  unit: string;
  /** Digits shown at least, as of numbers kept with leading zeros; 0 where the format asks for none. */
  padTo: number;
};

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);
const builtInPercents = new Set([9, 10]);

/** Reads a format code such as `dd\.mm\.yyyy` or `0.0# "Karton"`; built-in formats are known by their id alone. */
export function readNumberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const isDate = builtInDates.has(id);
    return {
      isDate,
      showsDay: id !== 17,
      showsTime: id >= 18 && id <= 22,
      isPercent: builtInPercents.has(id),
      unit: "",
      padTo: 0,
    };
  }
  const positive = firstSection(code);
  const literals: string[] = [];
  const bare = positive
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, sign) => keep(literals, sign))
    .replace(/\[[^\]]*\]/g, "")
    .replace(/"([^"]*)"/g, (_, text) => keep(literals, text))
    .replace(/\\(.)/g, (_, char) => keep(literals, char))
    .replace(/[_*]./g, "");
  const letters = bare.replace(/general/gi, "").toLowerCase();
  const isDate = /[dy]|mm+|h/.test(letters) && !/[0#?]/.test(letters.replace(/\.0+/g, ""));
  for (const sign of bare.match(/[$€£¥₹]/g) ?? []) literals.push(sign);
  return {
    isDate,
    showsDay: /d/.test(letters),
    showsTime: /h/.test(letters),
    isPercent: bare.includes("%"),
    unit: isDate ? "" : literals.join("").trim(),
    padTo: /^0{2,}$/.test(bare.trim()) ? bare.trim().length : 0,
  };
}

function keep(literals: string[], text: string): string {
  literals.push(text);
  return "";
}

/** The part of a format for positive numbers; semicolons in quotes do not part. */
function firstSection(code: string): string {
  const quoted = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code);
  return quoted?.[0] ?? code;
}

/** A spreadsheet's day number as ISO text; null for what no calendar holds. */
export function serialDate(serial: number, uses1904: boolean, showsTime = false): string | null {
  const days = uses1904 ? serial + 1462 : serial;
  if (!(days >= 1) || days >= 2_958_466) return null;
  const moment = new Date(Math.round((days - (days < 60 ? 25568 : 25569)) * 86_400_000));
  const iso = moment.toISOString();
  return showsTime && days % 1 !== 0 ? iso.slice(0, 16) : iso.slice(0, 10);
}
