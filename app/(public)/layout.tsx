import type { ReactNode } from "react";

/** The few pages that stand outside a shop: one narrow column. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-5 py-10">
      {children}
    </main>
  );
}
