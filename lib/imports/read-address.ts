/** States whose ZIP codes begin with a zero, which spreadsheets take away. */
const zeroStates = new Set(["CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VT"]);

/** Countries where four digits are a whole postcode. */
const shortCountries =
  /^(?:a|at|ch|fl|be|b|nl|dk|no|lu|hu|si|bg|au|nz|austria|[oö]sterreich|autriche|schweiz|suisse|svizzera|switzerland|belgi(?:um|que|[eë])|belgien|netherlands|nederland|denmark|danmark|norway|norge|luxemb(?:o?u?rg)|australia|new zealand)$/i;

export type PostcodeHabit = { hasFiveDigits: boolean };

/** Whether a list's postcodes before or without a town have five digits, so that four have lost their zero. */
export function postcodeHabit(addresses: readonly string[], postcodes: readonly string[]): PostcodeHabit {
  const codes = [
    ...postcodes.map((code) => code.trim()),
    ...addresses.flatMap((address) => townFirst(address)?.[1] ?? []),
  ].filter((code) => /^\d{3,5}$/.test(code));
  const five = codes.filter((code) => code.length === 5).length;
  return { hasFiveDigits: five >= 5 && five >= codes.length * 0.85 };
}

const townFirst = (address: string): RegExpExecArray | null =>
  /(?:^|\n|,\s*)(?:[A-Z]{1,2}-)?(\d{3,5})\s+(?=\p{L}{2})(?![^\n]*\b(?:St|Ave|Rd|Dr|Ln|Way|Blvd|Hwy|Ct|Pl)\b)/mu.exec(
    address.slice(address.search(/[\n,]/) + 1),
  );

type AddressReading = { address: string; zip: string | null; isZipRestored: boolean };

/** An address as typed, tidied line by line, with a postcode's lost zero put back; zip is what the address holds. */
export function readAddress(text: string, habit: PostcodeHabit = { hasFiveDigits: false }): AddressReading {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");
  const isShort = shortCountries.test(lines.at(-1) ?? "");
  let zip: string | null = null;
  let isZipRestored = false;
  const take = (code: string, whole: string): string => {
    if (code.length === 5) zip = code;
    if (code.length >= 5) return whole;
    zip = code.padStart(5, "0");
    isZipRestored = true;
    return whole.replace(code, zip);
  };
  const tidied = lines.map((line, at) => {
    const american = /\b([A-Z]{2})\.?,?\s+(\d{4,5})(?:-\d{4})?(?=$|[\s,])/.exec(line);
    if (american?.[2])
      return american[2].length === 5 || zeroStates.has(american[1] ?? "")
        ? line.replace(american[0], take(american[2], american[0]))
        : line;
    const town = /^(?:[A-Z]{1,2}-)?(\d{3,5})\s+(?=\p{L}{2})/u.exec(line);
    if (!town?.[1] || (at === 0 && lines.length > 1) || isShort || !habit.hasFiveDigits) return line;
    return line.replace(town[0], take(town[1], town[0]));
  });
  return { address: tidied.join("\n"), zip, isZipRestored };
}

/** One address out of columns for its parts, with the postcode where its country writes it. */
export function joinAddress(parts: {
  street: string;
  city: string;
  region: string;
  postcode: string;
  country: string;
}): string {
  const { street, city, region, postcode, country } = parts;
  const isBeforeTown = /^\d{3,5}$|^\d{4}\s?[A-Z]{2}$/i.test(postcode) && !/^[A-Z]{2}$/i.test(region);
  const town = isBeforeTown ? [postcode, city, region] : [city, region, postcode];
  return [street, town.filter((part) => part !== "").join(" "), country]
    .filter((line) => line !== "")
    .join("\n");
}
