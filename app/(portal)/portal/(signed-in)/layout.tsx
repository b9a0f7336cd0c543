import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false } };

/** Nothing stands around the pages: each reads its frame with the rest of what it shows. */
export default function PortalLayout({ children }: { children: ReactNode }) {
  return children;
}
