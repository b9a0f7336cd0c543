import { AlertBadge } from "../alerts/alert-badge";
import { UnreadBadge } from "../inbox/unread-badge";
import { Icon } from "../ui/icon";
import { Appearance } from "./appearance";
import { PlaceIcon } from "./place-icon";
import { PlaceLink } from "./place-link";
import type { Place } from "./places";
import type { Me } from "./shell";
import { SignOut } from "./sign-out";
import type { Appearance as Choice } from "./wear-appearance";

export const accountMenuId = "account-menu";

const line = "flex min-h-9 w-full items-center gap-3 rounded-sm px-2 hover:bg-hover max-md:min-h-11";

type AccountMenuProps = { me: Me; shopName: string; appearance: Choice; places: Place[] };

/** Who is signed in, how it looks, the way out; on a phone also the places that the bar has no room for. */
export function AccountMenu({ me, shopName, appearance, places }: AccountMenuProps) {
  return (
    <section
      id={accountMenuId}
      aria-label="Account"
      popover="auto"
      className="fixed inset-auto m-0 w-64 rounded-lg border bg-raised p-2 text-ink shadow-float open:animate-rise max-md:right-2 max-md:bottom-[calc(var(--bottom-bar)+8px)] md:bottom-2 md:left-[84px]"
    >
      <div className="px-2 pt-1 pb-2">
        <p className="truncate font-semibold" title={me.name}>
          {me.name}
        </p>
        <p className="line-clamp-2 text-xs text-ink-muted">
          <span className="capitalize">{me.role}</span> · {shopName}
        </p>
      </div>
      <div className="border-t py-1 md:hidden">
        {places.map((place) => (
          <PlaceLink key={place.id} href={place.href} className={line}>
            <PlaceIcon id={place.id} size={18} />
            {place.name}
            {place.id === "alerts" && <AlertBadge className="ml-auto" />}
            {place.id === "inbox" && <UnreadBadge className="ml-auto" />}
          </PlaceLink>
        ))}
      </div>
      <div className="border-t py-1">
        <PlaceLink href="/account" className={line}>
          <Icon name="circle-user-round" size={18} className="stroke-[1.75]" />
          My account
        </PlaceLink>
        <Appearance now={appearance} />
        <SignOut className={line} />
      </div>
    </section>
  );
}
