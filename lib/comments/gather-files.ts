import type { event } from "@/db/schema/history";

type Event = typeof event.$inferSelect;

const together = 10 * 60 * 1000;

/** Files that one person added in one go are one line, told by the newest. */
export function gatherFiles(events: Event[]): Event[] {
  const told: Event[] = [];
  for (const one of events) {
    const last = told.at(-1);
    const isMore =
      last?.kind === "file.added" &&
      one.kind === "file.added" &&
      last.actorId === one.actorId &&
      last.at.getTime() - one.at.getTime() < together;
    if (!isMore) told.push(one);
    else told[told.length - 1] = { ...last, after: { files: [...filesOf(last), ...filesOf(one)] } };
  }
  return told;
}

const filesOf = ({ after }: Event) => (after?.files as unknown[] | undefined) ?? [after?.file];
