import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DemoMark } from "@/components/people/demo-mark";
import { Shell } from "@/components/shell/shell";
import { appearanceCookie, readAppearance } from "@/components/shell/wear-appearance";
import { findDemoProgress } from "@/lib/people/find-demo-progress";
import { findStaff } from "@/lib/people/session";

/** Dresses the staff's pages. It guards nothing: each page proves its own reader. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const ctx = await findStaff();
  if (!ctx) return children;
  const appearance = readAppearance((await cookies()).get(appearanceCookie)?.value);
  return (
    <Shell
      me={{ id: ctx.actor.id, name: ctx.actor.name, role: ctx.actor.role }}
      shopName={ctx.shop.name}
      appearance={appearance}
    >
      {children}
      {ctx.shop.isDemo && <DemoMark making={await findDemoProgress(ctx)} />}
    </Shell>
  );
}
