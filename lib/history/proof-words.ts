import type { Verdict } from "@/db/vocabulary";
import { formatDay } from "../measures/format-time";

type Fields = Record<string, unknown>;
type Speech = { locale: string };

/** What happens to proofs, as the rest of a sentence that begins with a name. */
export const proofSentences: Record<string, (was: Fields, now: Fields, speech: Speech) => string> = {
  "proof.added": (_, now) =>
    now.version === 1 ? `added the proof ${now.proof}` : `added version ${now.version} of ${now.proof}`,
  "proof.drawn": (_, now) => {
    if (now.problem) return `could not draw ${versionOf(now)}: ${now.problem}`;
    return `drew ${now.pages} ${now.pages === 1 ? "page" : "pages"} of ${versionOf(now)}`;
  },
  "proof.asked": (_, now, { locale }) => {
    const who = people(now.contacts, locale);
    if (!who) return `changed what is asked about ${versionOf(now)}`;
    const due = now.dueOn ? `, due ${day(now.dueOn, locale)}` : "";
    return `asked ${who} about ${versionOf(now)}${due}`;
  },
  "proof.reminded": (_, now, { locale }) =>
    `reminded ${people(now.contacts, locale) || "nobody"} of ${versionOf(now)}`,
  "proof.seen": (_, now) => `looked at ${versionOf(now)}`,
  "proof.decided": (_, now) => {
    const did = verdictsDone[now.verdict as Verdict] ?? "decided on";
    const reason = now.reason ? `: “${now.reason}”` : "";
    const how = now.knownBy === "member" ? `recorded that ${now.contact} ` : "";
    return `${how}${did} ${versionOf(now)}${reason}`;
  },
  "proof.withdrawn": (_, now) => `withdrew the question about ${versionOf(now)}`,
  "proof.reopened": (_, now) => `reopened ${versionOf(now)}${now.reason ? `: “${now.reason}”` : ""}`,
  "proof.expired": (_, now) => `closed ${versionOf(now)}, which nobody answered in time`,
  "proof.superseded": (_, now) => `replaced ${versionOf(now)}`,
  "proof.renamed": (was, now) => `renamed the proof ${was.proof} to ${now.proof}`,
  "proof.retired": (_, now) => `took the proof ${now.proof} away`,
  "proof.restored": (_, now) => `put the proof ${now.proof} back`,
};

/** A verdict as the rest of a sentence that names the proof after it. */
export const verdictsDone: Record<Verdict, string> = {
  approved: "approved",
  rejected: "rejected",
  changes: "asked for changes to",
};

/** A version as people call it: "Colour sample, version 2". */
export const versionOf = ({ proof, version }: Fields) => `${proof}, version ${version}`;

const people = (names: unknown, locale: string) =>
  Array.isArray(names) ? new Intl.ListFormat(locale, { type: "conjunction" }).format(names.map(String)) : "";

const day = (held: unknown, locale: string) => formatDay(String(held), locale);
