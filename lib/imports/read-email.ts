const address = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(?:\.[^\s@<>"(),;:.]+)*\.[\p{L}]{2,}$/u;

/** The addresses of a cell, first the main one, and whether anything in it is no address. Case is kept as typed. */
export function readEmails(text: string): { addresses: string[]; hasOther: boolean } {
  const named = [...text.matchAll(/<([^<>]+)>/g)].map((found) => found[1] ?? "");
  const bare = text.replace(/"[^"]*"\s*<[^<>]+>|[^<>,;]*<[^<>]+>/g, " ");
  const pieces = [...named, ...bare.split(/[\s,;|]+|\/(?=\S+@)/)]
    .map((piece) => piece.replace(/^mailto:/i, "").replace(/[.]+$/, ""))
    .filter((piece) => piece !== "");
  const addresses = pieces.filter((piece) => address.test(piece));
  return { addresses: [...new Set(addresses)], hasOther: addresses.length < pieces.length };
}

/** Addresses that differ in case alone are one. */
export const emailKey = (email: string): string => email.toLowerCase();
