export type ShopChoices = { zones: string[]; currencies: { code: string; name: string }[] };

/** Every time zone and currency this server knows. Made on the server, so that a browser shows the same list. */
export function shopChoices(): ShopChoices {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return {
    zones: [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort(),
    currencies: Intl.supportedValuesOf("currency").map((code) => ({ code, name: names.of(code) ?? code })),
  };
}
