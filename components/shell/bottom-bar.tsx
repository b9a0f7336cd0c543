import { UnreadBadge } from "../inbox/unread-badge";
import { Icon } from "../ui/icon";
import { accountMenuId } from "./account-menu";
import { PlaceIcon } from "./place-icon";
import { PlaceLink } from "./place-link";
import type { Place } from "./places";

const item =
  "flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-ink-muted aria-[current=page]:font-semibold aria-[current=page]:text-ink";

/** The places in thumb reach, below 768 px. */
export function BottomBar({ places }: { places: Place[] }) {
  const [board, jobs, customers] = places;
  return (
    <nav
      aria-label="Places"
      className="bottom-bar fixed inset-x-0 bottom-0 z-30 flex h-[var(--bottom-bar)] border-t bg-surface px-1 pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {board && <BarLink place={board} />}
      {jobs && <BarLink place={jobs} />}
      <PlaceLink href="/jobs/new" className={item}>
        <span className="grid h-8 w-12 place-items-center rounded-lg bg-accent text-on-accent">
          <Icon name="plus" size={20} />
        </span>
        <span className="sr-only">New job</span>
      </PlaceLink>
      {customers && <BarLink place={customers} />}
      <button type="button" popoverTarget={accountMenuId} className={item}>
        <span className="relative">
          <Icon name="ellipsis" size={20} className="stroke-[1.75]" />
          <UnreadBadge className="absolute -top-1.5 left-3" />
        </span>
        More
      </button>
    </nav>
  );
}

function BarLink({ place }: { place: Place }) {
  return (
    <PlaceLink href={place.href} className={item}>
      <PlaceIcon id={place.id} />
      {place.name}
    </PlaceLink>
  );
}
