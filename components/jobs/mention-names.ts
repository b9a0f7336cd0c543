import type { Mentionable } from "@/lib/comments/comment-text";

/** What people may be called after an @: their whole name, and their first name while nobody else bears it. */
export function mentionNames(members: readonly Mentionable[]): Mentionable[] {
  const first = (name: string) => name.split(/\s+/)[0] as string;
  const bearers = (name: string) =>
    members.filter((one) => first(one.name).toLowerCase() === name.toLowerCase());
  const alone = members.filter(
    (one) => first(one.name) !== one.name && bearers(first(one.name)).length === 1,
  );
  return [...members, ...alone.map((one) => ({ id: one.id, name: first(one.name) }))];
}

/** The name being typed after an @, where the caret stands; null when none is. */
export function mentionUnderway(text: string, caret: number): { from: number; typed: string } | null {
  const match = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N} .'-]{0,40}|)$/u.exec(text.slice(0, caret));
  if (!match) return null;
  const typed = match[1] ?? "";
  return { from: caret - typed.length, typed };
}

/** Members whose name, or a word of it, begins with what is typed; nobody once the name is complete. */
export function matchMentions<M extends Mentionable>(members: readonly M[], typed: string): M[] {
  const start = typed.toLowerCase();
  const fits = (name: string) => {
    const folded = name.toLowerCase();
    return folded.startsWith(start) || folded.split(/\s+/).some((word) => word.startsWith(start));
  };
  return members.filter((one) => fits(one.name) && one.name.toLowerCase() !== start).slice(0, 6);
}
