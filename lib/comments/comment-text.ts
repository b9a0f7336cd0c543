/** A piece of a comment as it is shown: words, a link that is safe to follow, or somebody's name. */
type TextPiece =
  | { kind: "words"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; text: string; memberId: string };

export type Mentionable = { id: string; name: string };

const linkPattern =
  /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"'`]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

/** Splits plain text into words, links (http, https and mailto alone) and the names of those it mentions. */
export function commentPieces(body: string, mentioned: readonly Mentionable[]): TextPiece[] {
  return splitMentions(body, mentioned).flatMap((piece) =>
    piece.kind === "words" ? splitLinks(piece.text) : [piece],
  );
}

/** Those of the people whose "@Name" stands in the text. Of two names that begin alike the longer one is meant. */
export function mentionsIn(body: string, people: readonly Mentionable[]): string[] {
  const found = splitMentions(body, people).flatMap((piece) =>
    piece.kind === "mention" ? piece.memberId : [],
  );
  return [...new Set(found)];
}

function splitMentions(body: string, people: readonly Mentionable[]): TextPiece[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (let at = body.indexOf("@"); at >= 0; at = body.indexOf("@", at + 1)) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(body[at - 1] as string)) continue;
    const meant = byLength.find(
      ({ name }) => body.startsWith(name, at + 1) && endsThere(body, at + 1 + name.length),
    );
    if (!meant) continue;
    if (at > from) pieces.push({ kind: "words", text: body.slice(from, at) });
    from = at + 1 + meant.name.length;
    pieces.push({ kind: "mention", text: body.slice(at, from), memberId: meant.id });
    at = from - 1;
  }
  if (from < body.length) pieces.push({ kind: "words", text: body.slice(from) });
  return pieces;
}

const endsThere = (body: string, at: number) => !/[\p{L}\p{N}]/u.test(body[at] ?? "");

function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(linkPattern)) {
    const shown = withoutTail(match[0]);
    const href = safeHref(shown);
    if (!href) continue;
    if (match.index > from) pieces.push({ kind: "words", text: text.slice(from, match.index) });
    pieces.push({ kind: "link", text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) pieces.push({ kind: "words", text: text.slice(from) });
  return pieces;
}

/** The end of a sentence is not part of a link, nor is a bracket that was opened before it. */
function withoutTail(link: string): string {
  let end = link.length;
  while (end > 0 && (".,;:!?…".includes(link[end - 1] as string) || isLooseBracket(link.slice(0, end))))
    end -= 1;
  return link.slice(0, end);
}

const openings: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

function isLooseBracket(text: string): boolean {
  const closing = text.at(-1) as string;
  const opening = openings[closing];
  return opening !== undefined && text.split(closing).length > text.split(opening).length;
}

/** The address a link leads to, or null for anything but http, https and mailto. */
export function safeHref(text: string): string | null {
  const bare = text.trim();
  const full = /^www\./i.test(bare)
    ? `https://${bare}`
    : /^[^:/@\s]+@[^:/\s]+$/.test(bare)
      ? `mailto:${bare}`
      : bare;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const isWeb =
    (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "" && url.username === "";
  return isWeb || url.protocol === "mailto:" ? url.href : null;
}
