import type { CoatRole } from "@/db/vocabulary";
import type { CoatSays } from "@/lib/jobs/coats";
import type { FoundColour } from "@/lib/powders/colour";
import type { Choice } from "../ui/use-choices";

export type ColourChoice = Choice & { colour: FoundColour };

/** Colours for what somebody types; nothing typed: those of the shop's newest jobs. */
export const findColours = (query: string, signal: AbortSignal) => askFor({ q: query }, signal);

/** Colours of RAL and Federal Standard alone; nothing typed: the usual ones. */
export const findStandards = (query: string, signal: AbortSignal) =>
  askFor({ q: query, of: "standards" }, signal);

async function askFor(asked: Record<string, string>, signal: AbortSignal): Promise<ColourChoice[]> {
  const response = await fetch(`/api/colours?${new URLSearchParams(asked)}`, { signal });
  if (!response.ok) throw new Error(`colours: ${response.status}`);
  const found: FoundColour[] = await response.json();
  return found.map((colour, index) => ({
    id: `${index} ${colour.powderId ?? colour.code}`,
    label: [colour.code, colour.name].filter(Boolean).join(" "),
    colour,
  }));
}

export function coatOfColour({ system, powderId, code, name, hex, gloss, texture }: FoundColour): CoatSays {
  const coat = { system, powderId, code, name, hex, gloss, texture, filmUm: null };
  return { ...coat, role: roleOf(coat) };
}

/** A colour known by words alone, as it was typed. */
export function coatOfWords(name: string): CoatSays {
  const texture = /\bclear\b/i.test(name) ? "clear" : null;
  const coat = {
    system: "words",
    powderId: null,
    code: "",
    name,
    hex: "",
    gloss: null,
    texture,
    filmUm: null,
  } as const;
  return { ...coat, role: roleOf(coat) };
}

const roleOf = ({ name, texture }: Pick<CoatSays, "name" | "texture">): CoatRole =>
  /\bprimer\b/i.test(name) ? "primer" : texture === "clear" || /\bclear\b/i.test(name) ? "clear" : "top";

const order: Record<CoatRole, number> = { primer: 0, base: 1, top: 2, clear: 3 };

/** A finish with one coat more, in order of application: what was the top coat becomes the base of a second one. */
export function withCoat(coats: readonly CoatSays[], added: CoatSays): CoatSays[] {
  const below =
    added.role === "top"
      ? coats.map((one) => (one.role === "top" ? { ...one, role: "base" as const } : one))
      : coats;
  return inOrder([...below, added]);
}

export const inOrder = (coats: readonly CoatSays[]): CoatSays[] =>
  coats.toSorted((one, other) => order[one.role] - order[other.role]);
