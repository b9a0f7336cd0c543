export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

/** The cookie that the root layout reads, so that the first paint is already right. */
export const appearanceCookie = "coatyard.appearance";

export function readAppearance(value: string | undefined): Appearance {
  return appearances.find((one) => one === value) ?? "system";
}

/** Puts a look on this page at once and remembers it for a year. */
export function wearAppearance(choice: Appearance): void {
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  const isSecure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${appearanceCookie}=${choice}; path=/; max-age=31536000; samesite=lax${isSecure}`;
}
