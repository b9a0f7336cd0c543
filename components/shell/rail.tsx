import { AlertBadge } from "../alerts/alert-badge";
import { UnreadBadge } from "../inbox/unread-badge";
import { Icon } from "../ui/icon";
import { accountMenuId } from "./account-menu";
import { OpenMenu } from "./open-menu";
import { PlaceIcon } from "./place-icon";
import { PlaceLink } from "./place-link";
import type { Place } from "./places";
import type { Me } from "./shell";

const item =
  "flex w-full shrink-0 flex-col items-center gap-0.5 rounded-sm px-1 py-1.5 text-xs text-ink-muted hover:bg-hover hover:text-ink " +
  "aria-[current=page]:bg-press aria-[current=page]:font-medium aria-[current=page]:text-ink";

type RailProps = { places: Place[]; me: Me; shopName: string };

/** The narrow bar of places beside every staff page, from 768 px up. */
export function Rail({ places, me, shopName }: RailProps) {
  return (
    <header className="sticky top-0 z-30 hidden h-dvh flex-col border-r bg-sunken md:flex print:hidden">
      <p className="mx-1.5 mt-3 mb-2 line-clamp-3 text-center text-xs font-semibold" title={shopName}>
        {shopName}
      </p>
      <nav
        aria-label="Places"
        className="flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto px-1.5 [scrollbar-width:none]"
      >
        <PlaceLink
          href="/jobs/new"
          className="mb-1 flex w-full shrink-0 flex-col items-center gap-0.5 rounded-sm bg-accent px-1 py-1.5 text-xs font-medium text-on-accent hover:bg-accent-strong"
        >
          <Icon name="plus" size={20} />
          New job
        </PlaceLink>
        {places.map((place) => (
          <PlaceLink key={place.id} href={place.href} className={item}>
            <span className="relative">
              <PlaceIcon id={place.id} />
              {place.id === "alerts" && <AlertBadge className="absolute -top-1.5 left-3" />}
              {place.id === "inbox" && <UnreadBadge className="absolute -top-1.5 left-3" />}
            </span>
            {place.name}
          </PlaceLink>
        ))}
      </nav>
      <div className="flex flex-col gap-1 p-1.5">
        <OpenMenu className={item} />
        <button type="button" popoverTarget={accountMenuId} className={item} title={me.name}>
          <span className="grid size-7 place-items-center rounded-full bg-press font-semibold text-ink">
            {initials(me.name)}
          </span>
          <span className="sr-only">{me.name}: account menu</span>
        </button>
      </div>
    </header>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : "";
  return [words[0], last].map((word) => [...(word ?? "")][0] ?? "").join("");
}
