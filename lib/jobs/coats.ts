import type { CoatRole, ColourSystem, Gloss, Texture } from "@/db/vocabulary";

/** What a coat says, wherever it comes from. */
export type CoatSays = {
  role: CoatRole;
  system: ColourSystem;
  powderId?: string | null;
  code: string;
  name: string;
  hex: string;
  gloss?: Gloss | null;
  texture?: Texture | null;
  filmUm?: number | null;
};

const said = ({ role, system, powderId, code, name, hex, gloss, texture, filmUm }: CoatSays) =>
  JSON.stringify([
    role,
    system,
    powderId ?? "",
    code,
    name,
    hex.toLowerCase(),
    gloss ?? "",
    texture ?? "",
    filmUm ?? 0,
  ]);

/** Whether two finishes are the same coats in the same order. */
export function isSameFinish(one: readonly CoatSays[], other: readonly CoatSays[]): boolean {
  return (
    one.length === other.length && one.every((coat, index) => said(coat) === said(other[index] as CoatSays))
  );
}

/** A coat in words: "RAL 9016 Traffic white, satin", "Primer Zinc rich". */
export function coatWords({ role, code, name, gloss, texture }: CoatSays): string {
  const called = !code || name.includes(code) ? name : `${code} ${name}`;
  const look = [gloss, texture === "smooth" ? null : texture].filter(
    (word) => word && !called.toLowerCase().includes(word),
  );
  const part = role === "top" || called.toLowerCase().includes(role) ? "" : `${role} `;
  return `${part}${called}${look.length > 0 ? `, ${look.join(", ")}` : ""}`;
}
