import "server-only";
import list from "./common-passwords.json";

const shortestPassword = 12;
const longestPassword = 128;

let common: Set<string> | undefined;

/** Why a password will not do, or null. Length is in characters as a person counts them; nothing is cut off. */
export function refusePassword(password: string, own: string[] = []): string | null {
  const length = [...password].length;
  if (length < shortestPassword)
    return `Use at least ${shortestPassword} characters. Four plain words make a good password.`;
  if (length > longestPassword) return `Use at most ${longestPassword} characters.`;
  const plain = password.toLowerCase();
  common ??= new Set(list.passwords.split(" "));
  const isGuessed =
    common.has(plain) ||
    new Set(plain).size < 5 ||
    isRepeated(plain) ||
    isSequence(plain) ||
    isPadded(plain) ||
    own.some((one) => one.length >= 4 && plain.replaceAll(one.toLowerCase(), "").length < 5);
  return isGuessed ? "This password is one of the first that others try. Choose another." : null;
}

/** One short piece again and again: "qwertyqwerty", "abc123abc123". */
const isRepeated = (plain: string) => /^(.{1,8})\1+$/s.test(plain);

/** One step from each character to the next: "abcdefghijkl", "9876543210987". */
function isSequence(plain: string): boolean {
  const isFigures = /^\d+$/.test(plain);
  const steps = [...plain].slice(1).map((one, index) => {
    const step = one.charCodeAt(0) - plain.charCodeAt(index);
    return isFigures ? (step + 10) % 10 : step;
  });
  return new Set(steps).size === 1;
}

const firstTried =
  /^(password|passwort|welcome|letmein|qwerty|administrator|admin|changeme|iloveyou|coatyard|powdercoating|powdercoat)$/;

/** A word that everyone tries, with digits and marks around it: "password1234". */
const isPadded = (plain: string) => firstTried.test(plain.replace(/^[^a-z]+|[^a-z]+$/g, ""));
