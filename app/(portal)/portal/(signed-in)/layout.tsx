import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SignedInFrame } from "@/components/portal/signed-in-frame";
import { requireContact } from "@/lib/people/portal-session";
import { getPortalFrame } from "@/lib/portal/get-portal-frame";

export const metadata: Metadata = { robots: { index: false } };

/** What stands around the portal's pages; each page proves its own reader. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const frame = await getPortalFrame(await requireContact());
  return <SignedInFrame {...frame}>{children}</SignedInFrame>;
}
