import { z } from "zod";

/** What stands in a path is text; a number is written in plain figures. */
export const numberInPath = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.number().max(2_147_483_647));

export const nothing = z.object({});
export const moment = z.iso.datetime();
/** As a caller writes it; the calendar has no year 0. */
export const momentAsked = moment.refine((at) => !at.startsWith("0000"), "There is no year 0.");
export const day = z.iso.date();
export const cents = z.number().int();
export const milligrams = z.number().int();
export const named = z.object({ id: z.uuid(), name: z.string() });

/** A list's sorts: each forwards, and backwards with a minus. */
export const sortOf = <T extends string>(sorts: readonly T[], first: `${"-" | ""}${T}`) =>
  z.enum(sorts.flatMap((one) => [one, `-${one}` as const])).default(first as never);

/** What a sort of sortOf says: by what, and whether backwards. */
export function readSort<T extends string>(sorts: readonly T[], written: string) {
  const isDescending = written.startsWith("-");
  const sort = sorts.find((one) => one === written.slice(isDescending ? 1 : 0)) as T;
  return { sort, isDescending };
}

/** A moment as the database writes it, as JSON does. */
export const iso = (at: string | Date) => new Date(at).toISOString();
export const isoOrNull = (at: string | Date | null) => (at === null ? null : iso(at));

/** What every list takes besides its filters. */
export const pagingQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .default(50),
  cursor: z.string().max(2000).optional(),
});
