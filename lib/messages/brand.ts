import { contrast } from "../measures/contrast";

/** How a shop shows itself to its customers. */
export type Brand = {
  shopName: string;
  /** The address of its logo, which changes with the logo; null without one. */
  logoUrl: string | null;
  /** #rrggbb; empty for the product's own. */
  accent: string;
  phone: string;
  address: string;
  replyTo: string;
  version: number;
};

export const productAccent = "#2f46c2";
const white = "#ffffff";
const black = "#000000";

/** The colour of a shop's buttons and the text on them, which always reads on it. */
export function accentOf({ accent }: Pick<Brand, "accent">): { accent: string; onAccent: string } {
  const worn = accent || productAccent;
  return { accent: worn, onAccent: contrast(worn, white) >= 4.5 ? white : black };
}

/** Why a colour will not do for buttons, or null: it has to stand out from a white page. */
export function refuseAccent(accent: string): string | null {
  if (accent === "" || contrast(accent, white) >= 3) return null;
  return "This colour is too pale: on a white page a button in it is hardly seen. Choose a darker one.";
}
