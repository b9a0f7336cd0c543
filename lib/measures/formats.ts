type Making<T, O> = (locale: string, options: O) => T;

/** Making a formatter takes fifty times as long as writing with it, so each is made once and kept for good. */
function kept<T, O>(make: Making<T, O>): Making<T, O> {
  const made = new Map<string, T>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(locale, options);
    made.set(key, known);
    return known;
  };
}

const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const relatives = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** Writes numbers as a locale does. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  numbers(locale, options);

/** Writes days and moments as a locale does, in the zone named: a forgotten one would be the machine's. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions & { timeZone: string }) =>
  dates(locale, options);

/** "in 2 days", "yesterday". */
export const relativeFormat = (locale: string) => relatives(locale, undefined);
