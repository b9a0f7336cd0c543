"use client";
import type { ReactNode } from "react";
import { type Role, rolePermissions } from "@/db/vocabulary";
import { AlertWatch } from "../alerts/alert-watch";
import { UnreadWatch } from "../inbox/unread-watch";
import { AccountMenu } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { placesFor } from "./places";
import { Rail } from "./rail";
import { Shortcuts } from "./shortcuts";
import type { Appearance } from "./wear-appearance";

export type Me = { id: string; name: string; role: Role };
type ShellProps = { me: Me; shopName: string; appearance: Appearance; children: ReactNode };

/**
 * What stands around every staff page. A page that fills the window takes `100dvh` less `--bottom-bar`. A client's component, so
 * that its links and icons are drawn once and not sent a second time as elements.
 */
export function Shell({ me, shopName, appearance, children }: ShellProps) {
  const held = rolePermissions[me.role];
  const places = placesFor(held);
  return (
    <div className="min-h-dvh [--bottom-bar:calc(56px+env(safe-area-inset-bottom))] md:grid md:grid-cols-[76px_minmax(0,1fr)] md:[--bottom-bar:0px] print:block">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-sm bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0 print:hidden"
      >
        Skip to the page
      </a>
      <Rail places={places} me={me} shopName={shopName} />
      <main id="content" tabIndex={-1} className="min-w-0 pb-[var(--bottom-bar)] outline-none print:pb-0">
        <p className="hidden px-4 pt-4 text-xs text-ink-muted md:px-6 print:block">{shopName}</p>
        {children}
      </main>
      <BottomBar places={places} />
      <AccountMenu me={me} shopName={shopName} appearance={appearance} places={places.slice(3)} />
      <Shortcuts held={held} />
      <UnreadWatch me={me.id} />
      {held.includes("numbers.see") && <AlertWatch />}
    </div>
  );
}
