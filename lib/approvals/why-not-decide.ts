import type { ProofState, Verdict } from "@/db/vocabulary";
import { dayIn } from "../measures/day-in";
import { formatDay } from "../measures/format-time";

export type Asking = {
  /** How the version stands now: standingOf of its state. */
  state: ProofState;
  expiresAt: Date | null;
  decision: { byName: string; verdict: Verdict; at: Date } | null;
  shop: { name: string; timeZone: string; locale: string };
};

const did: Record<Verdict, string> = {
  approved: "approved this",
  rejected: "rejected this",
  changes: "asked for changes",
};

/** Why a version cannot be decided on by its customer, with the way on; empty while it waits. */
export function whyNotDecide({ state, expiresAt, decision, shop }: Asking): string {
  const day = (at: Date) => formatDay(dayIn(shop.timeZone, at), shop.locale);
  if (state === "waiting") return "";
  if (state === "superseded")
    return `A newer version has taken its place. It comes to you by e-mail; ask ${shop.name} if it has not.`;
  if (state === "withdrawn")
    return `${shop.name} took this question back. Nothing is needed from you; they write again when something is.`;
  if (state === "expired") {
    // The moment it ended is the first of the day after the last one.
    const last = expiresAt ? day(new Date(expiresAt.getTime() - 1)) : "";
    return `This could be answered until ${last}. Ask ${shop.name} to send it again.`;
  }
  if (state === "draft")
    return `${shop.name} has taken this up again. They write to you when there is something to decide.`;
  const who = decision
    ? `${decision.byName} ${did[decision.verdict]} on ${day(decision.at)}.`
    : "It is decided.";
  return `${who} If that should change, tell ${shop.name}.`;
}

export const viewersOnly = (shop: { name: string }) =>
  `You may look at this but not decide on it. Ask whoever approves for your company, or ${shop.name}.`;
