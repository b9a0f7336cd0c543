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

/** How a coat looks, as far as its name does not say so: "satin", "gloss metallic". */
export function coatLook({
  code,
  name,
  gloss,
  texture,
}: Pick<CoatSays, "code" | "name" | "gloss" | "texture">): string {
  const called = `${code} ${name}`.toLowerCase();
  return [gloss, texture === "smooth" ? null : texture]
    .filter((word) => word && !called.includes(word))
    .join(" ");
}

/** A coat in words: "RAL 9016 Traffic white, satin", "primer Zinc rich". */
export function coatWords(coat: CoatSays): string {
  const { role, code, name } = coat;
  const called = !code || name.includes(code) ? name : `${code} ${name}`;
  const part = role === "top" || called.toLowerCase().includes(role) ? "" : `${role} `;
  const look = coatLook(coat);
  return `${part}${called}${look ? `, ${look}` : ""}`;
}
