import Link from "next/link";
import type { ReactNode } from "react";
import type { Brand } from "@/lib/messages/brand";
import { brandStyle } from "@/lib/portal/brand-colours";
import { phoneHref } from "../customers/phone-href";
import { Picture } from "../jobs/picture";

type PortalFrameProps = {
  brand: Brand;
  /** Where the shop's name leads; nowhere for who is not signed in. */
  home?: string;
  /** Beside the shop's name. */
  aside?: ReactNode;
  /** Above everything: whose eyes one looks through. */
  banner?: ReactNode;
  children: ReactNode;
};

/** A page for a shop's customers: the shop's name, logo and colour, and the way to reach it. */
export function PortalFrame({ brand, home, aside, banner, children }: PortalFrameProps) {
  const sheet = brandStyle(brand.accent);
  const name = <ShopName brand={brand} />;
  return (
    <div className="flex min-h-dvh flex-col has-[[data-answer]]:pb-40 sm:has-[[data-answer]]:pb-24">
      {sheet && <style>{sheet}</style>}
      {banner}
      <header className="border-b bg-surface">
        <div className="mx-auto flex min-h-14 w-full max-w-3xl items-center justify-between gap-4 px-4 py-1.5">
          {home ? (
            <Link href={home} prefetch={false} className="flex min-h-11 min-w-0 items-center rounded-sm">
              {name}
            </Link>
          ) : (
            <div className="flex min-h-11 min-w-0 items-center">{name}</div>
          )}
          {aside}
        </div>
      </header>
      <main className="mx-auto w-full max-w-3xl flex-1">{children}</main>
      <footer className="mx-auto w-full max-w-3xl px-4 py-8 text-ink-muted">
        <address className="grid gap-1 not-italic">
          <span className="font-medium text-ink">{brand.shopName}</span>
          {brand.phone && (
            <a
              href={phoneHref(brand.phone)}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {brand.phone}
            </a>
          )}
          {brand.address && <span className="whitespace-pre-line">{brand.address}</span>}
        </address>
      </footer>
    </div>
  );
}

function ShopName({ brand }: { brand: Brand }) {
  if (!brand.logoUrl) return <span className="truncate text-lg font-semibold">{brand.shopName}</span>;
  return (
    <Picture
      src={brand.logoUrl}
      alt={brand.shopName}
      className="max-h-10 max-w-52 rounded-sm object-contain dark:bg-[#ffffff] dark:p-1.5"
    />
  );
}
