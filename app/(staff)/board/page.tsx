import type { Metadata } from "next";
import { preload } from "react-dom";
import { Board } from "@/components/board/board";
import { can } from "@/lib/context";
import { todayIn } from "@/lib/jobs/due";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage() {
  const ctx = await requireStaff();
  preload("/api/board", { as: "fetch", crossOrigin: "anonymous" });
  const { locale, units, timeZone } = ctx.shop;
  const facts = {
    memberId: ctx.actor.id,
    locale,
    units,
    timeZone,
    today: todayIn(timeZone, ctx.now),
    mayMove: can(ctx, "jobs.move"),
    mayOverride: can(ctx, "inspection.override"),
    mayCreate: can(ctx, "jobs.edit"),
  };
  return <Board facts={facts} />;
}
