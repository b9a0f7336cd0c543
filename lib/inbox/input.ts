import { z } from "zod";

const seq = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Everything up to an event, or one thing alone. */
export const seenInput = z.union([z.object({ upTo: seq }), z.object({ one: seq })]);
export type SeenInput = z.output<typeof seenInput>;
