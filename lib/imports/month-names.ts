import { wordKey } from "./word-key";

/** Month names of several languages, whole; any start of three letters or more that fits one month alone is that month. */
const monthNames = [
  "january januar janvier enero gennaio januari janeiro jaenner jänner ene gen",
  "february februar fevrier febrero febbraio februari fevereiro feber feb fev",
  "march maerz marz mars marzo maart marco mrz mrt",
  "april avril abril aprile abr avr",
  "may mai mayo maggio mei maio mag",
  "june juni juin junio giugno junho giu",
  "july juli juillet julio luglio julho lug",
  "august aout agosto augustus aug ago",
  "september septembre septiembre settembre setembro sept set",
  "october oktober octobre octubre ottobre outubro okt oct ott out",
  "november novembre noviembre novembro nov",
  "december dezember decembre diciembre dicembre dezembro dez dec dic",
].map((names) => names.split(" ").map(wordKey));

const found = new Map<string, number | null>();

/** The month that a word names, 1 to 12; null for any other word. */
export function monthOf(word: string): number | null {
  const key = wordKey(word);
  const known = found.get(key);
  if (known !== undefined) return known;
  const whole = monthNames.findIndex((names) => names.includes(key));
  const starts =
    key.length < 3
      ? []
      : monthNames.flatMap((names, i) => (names.some((name) => name.startsWith(key)) ? [i + 1] : []));
  const month = whole >= 0 ? whole + 1 : starts.length === 1 ? (starts[0] ?? null) : null;
  if (found.size < 10_000) found.set(key, month);
  return month;
}
