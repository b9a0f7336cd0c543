import type { event } from "@/db/schema/history";

type Event = typeof event.$inferSelect;

const together = 10 * 60 * 1000;

const gathered = new Set([
  "file.added",
  "file.categorised",
  "file.shared",
  "file.unshared",
  "file.downloaded",
]);

/** What one person did with many files in one go is one line, told by the newest. */
export function gatherFiles(events: Event[]): Event[] {
  const told: Event[] = [];
  for (const one of events) {
    const last = told.at(-1);
    const isMore =
      last?.kind === one.kind &&
      gathered.has(one.kind) &&
      last.after?.visibility === one.after?.visibility &&
      last.after?.category === one.after?.category &&
      last.actorId === one.actorId &&
      last.at.getTime() - one.at.getTime() < together;
    if (!isMore) told.push(one);
    else
      told[told.length - 1] = {
        ...last,
        after: { ...last.after, files: [...filesOf(last), ...filesOf(one)] },
      };
  }
  return told;
}

const filesOf = ({ after }: Event) => (after?.files as unknown[] | undefined) ?? [after?.file];
