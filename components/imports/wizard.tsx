import type { Wizard as Opened, WizardView } from "@/lib/imports/open-wizard";
import { PageHeader } from "../ui/page-header";
import { ColumnsStep } from "./columns-step";
import { DiscardImport } from "./discard-import";
import { countRows, kindWords } from "./import-words";
import { QuestionsStep } from "./questions-step";
import { RowsStep } from "./rows-step";
import type { ImportFacts } from "./sums";
import { WizardBar } from "./wizard-bar";
import { WizardSteps } from "./wizard-steps";

type WizardProps = { opening: Promise<Opened>; view: WizardView; facts: ImportFacts };

/** An import before anything goes in: what its columns are, what must be asked, and every row looked over. */
export async function Wizard({ opening, view, facts }: WizardProps) {
  const opened = await opening;
  const { counts, kind, fileName } = opened;
  return (
    <div className="flex min-h-[calc(100dvh-var(--bottom-bar))] flex-col">
      <div className="flex-1 px-4 pt-4 pb-8 md:px-6">
        <PageHeader
          up={{ href: "/imports", name: "Import" }}
          title={fileName}
          description={`${countRows(counts.rowsInAll ?? 0, facts.locale)}, read as a ${kindWords[kind].name.toLowerCase()}. Nothing is kept until you say so.`}
          actions={<DiscardImport id={opened.id} fileName={fileName} />}
        />
        <WizardSteps opened={opened} step={view.step} locale={facts.locale} />
        <div className="pt-5">
          {opened.columns && <ColumnsStep opened={opened} columns={opened.columns} locale={facts.locale} />}
          {opened.asked && <QuestionsStep opened={opened} asked={opened.asked} view={view} facts={facts} />}
          {opened.rows && <RowsStep opened={opened} slice={opened.rows} facts={facts} />}
        </div>
      </div>
      <WizardBar
        id={opened.id}
        kind={kind}
        step={view.step}
        counts={counts}
        questions={opened.questions}
        missing={opened.missing}
        locale={facts.locale}
      />
    </div>
  );
}
