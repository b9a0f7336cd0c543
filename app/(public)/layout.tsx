import type { ReactNode } from "react";
import { SwatchBand } from "@/components/people/swatch-band";

/** The few pages that stand outside a shop: one narrow column. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-8 px-5 py-8 sm:justify-center sm:py-12">
      <header className="flex items-center justify-between gap-4">
        <p className="text-lg font-semibold">Coatyard</p>
        <SwatchBand />
      </header>
      <main className="grid gap-6">{children}</main>
    </div>
  );
}
