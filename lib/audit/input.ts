import { z } from "zod";
import { dayInput } from "../measures/day-input";

const word = (pattern: RegExp) => z.string().regex(pattern).catch("").default("");
const day = dayInput.or(z.literal("")).catch("").default("");

/** What the audit's address says; anything it does not know is left out. */
export const auditInput = z.object({
  /** A job's number, the name of a customer, powder or member, a powder's code, a lot's label, or the id of anything. */
  q: z.string().trim().max(200).catch("").default(""),
  /** A member's id, or a sort of actor: contact, link, system and so on. */
  who: word(/^([0-9a-f-]{36}|[a-z]{1,20})$/),
  /** A kind of event, or its first word for all of that noun. */
  kind: word(/^[a-z]{1,30}([.-][a-z-]{1,30})*$/),
  from: day,
  to: day,
  /** The place of the last line of the page before. */
  before: word(/^\d{1,17}~\d{1,15}$/),
});
export type AuditInput = z.output<typeof auditInput>;
