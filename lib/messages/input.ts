import { z } from "zod";

const states = ["waiting", "sent", "kept", "failed"] as const;

/** What the outbox's address says; anything unknown in it is left out. */
export const outboxInput = z.object({
  state: z.enum(states).optional().catch(undefined),
  /** The place of the last message of the page before. */
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type OutboxInput = z.output<typeof outboxInput>;

export const messageChoice = z.object({ id: z.uuid() });
