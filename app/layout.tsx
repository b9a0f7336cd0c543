import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { appearanceCookie, readAppearance } from "@/components/shell/wear-appearance";

export const metadata: Metadata = { title: { default: "Coatyard", template: "%s · Coatyard" } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const appearance = readAppearance((await cookies()).get(appearanceCookie)?.value);
  return (
    <html lang="en" data-theme={appearance === "system" ? undefined : appearance}>
      <body>{children}</body>
    </html>
  );
}
