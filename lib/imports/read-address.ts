/** States whose ZIP codes begin with a zero, which spreadsheets take away. */
const zeroStates = new Set(["CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VT", "VI"]);

/** An address as typed, tidied line by line, with the ZIP's lost zero put back; zip is what the address holds. */
export function readAddress(text: string): { address: string; zip: string | null; isZipRestored: boolean } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");
  let zip: string | null = null;
  let isZipRestored = false;
  const tidied = lines.map((line) =>
    line.replace(
      /\b([A-Z]{2})\.?,?\s+(\d{4,5})(-\d{4})?(?=$|[\s,])/,
      (whole, state: string, digits: string, more: string | undefined) => {
        if (digits.length === 5) {
          zip = digits;
          return whole;
        }
        if (!zeroStates.has(state)) return whole;
        isZipRestored = true;
        zip = `0${digits}`;
        return whole.replace(`${digits}${more ?? ""}`, `${zip}${more ?? ""}`);
      },
    ),
  );
  return { address: tidied.join("\n"), zip, isZipRestored };
}

/** One address out of columns for its parts. */
export function joinAddress(parts: {
  street: string;
  city: string;
  region: string;
  postcode: string;
  country: string;
}): string {
  const { street, city, region, postcode, country } = parts;
  const isNumberFirst = /^\d{4,5}$|^\d{4}\s?[A-Z]{2}$/i.test(postcode) && !/^[A-Z]{2}$/i.test(region);
  const town = isNumberFirst ? [postcode, city, region] : [city, region, postcode];
  return [street, town.filter((part) => part !== "").join(" "), country]
    .filter((line) => line !== "")
    .join("\n");
}
