import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { appearanceCookie, readAppearance } from "@/components/shell/wear-appearance";
import { Tips } from "@/components/ui/tips";
import { Toaster } from "@/components/ui/toaster";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  title: { default: "Coatyard", template: "%s · Coatyard" },
  applicationName: "Coatyard",
  manifest: "/manifest.webmanifest",
};
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f4f0" },
    { media: "(prefers-color-scheme: dark)", color: "#141311" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const appearance = readAppearance((await cookies()).get(appearanceCookie)?.value);
  return (
    <html lang="en" data-theme={appearance === "system" ? undefined : appearance} className={fontVariables}>
      <body>
        {children}
        <Toaster />
        <Tips />
      </body>
    </html>
  );
}
