import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EndedImport } from "@/components/imports/ended-import";
import { RunningImport } from "@/components/imports/running-import";
import { Wizard } from "@/components/imports/wizard";
import { WizardWait } from "@/components/imports/wizard-wait";
import { addressParams } from "@/components/lists/address-params";
import { endedInput, wizardInput } from "@/lib/imports/input";
import { findImportProgress } from "@/lib/imports/list-imports";
import { openEnded } from "@/lib/imports/open-ended";
import { openWizard } from "@/lib/imports/open-wizard";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Import" };

export default async function ImportRoute({ params, searchParams }: PageProps<"/imports/[id]">) {
  const ctx = await requireStaff("imports.run");
  const { id } = await params;
  const progress = await findImportProgress(ctx, id);
  if (!progress) notFound();
  const { state, fileName, kind, isCancelAsked, error } = progress.run;
  const address = Object.fromEntries(addressParams(await searchParams));
  if (state === "mapping") {
    const view = wizardInput.parse(address);
    const { locale, currency, units } = ctx.shop;
    return (
      <Suspense fallback={<WizardWait fileName={fileName} />}>
        <Wizard opening={openWizard(ctx, id, view)} view={view} facts={{ locale, currency, units }} />
      </Suspense>
    );
  }
  const head = { id, kind, fileName, state, locale: ctx.shop.locale };
  if (state === "running" || state === "undoing")
    return <RunningImport {...head} states={progress.states} isCancelAsked={isCancelAsked} />;
  const rows = await openEnded(ctx, progress, endedInput.parse(address));
  return (
    <EndedImport
      {...head}
      error={error}
      states={progress.states}
      furniture={progress.furniture}
      rows={rows}
    />
  );
}
