import type { Metadata } from "next";
import { AddStage } from "@/components/settings/add-stage";
import { SettingsPage } from "@/components/settings/settings-page";
import { StageList } from "@/components/settings/stage-list";
import { requireStaff } from "@/lib/people/session";
import { listStages } from "@/lib/stages/list-stages";

export const metadata: Metadata = { title: "Stages" };

export default async function StagesPage() {
  const ctx = await requireStaff("settings.edit");
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/stages" actions={<AddStage />}>
      <StageList stages={await listStages(ctx)} />
    </SettingsPage>
  );
}
