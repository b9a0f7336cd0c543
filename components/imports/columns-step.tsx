import type { Wizard, WizardColumn } from "@/lib/imports/open-wizard";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { ColumnList } from "./column-list";
import { FilePanel } from "./file-panel";
import { countRows } from "./import-words";

type ColumnsStepProps = { opened: Wizard; columns: WizardColumn[]; locale: string };

/** The first step: what the file is, how it was read, and what each column holds. */
export function ColumnsStep({ opened, columns, locale }: ColumnsStepProps) {
  const { id, kind, notes, missing } = opened;
  const loose = columns.filter((column) => column.filled !== null);
  return (
    <div className="grid gap-6">
      <FilePanel opened={opened} />
      {missing && (
        <Notice tone="risk" title={`Which column holds ${missing}?`}>
          Choose it below; without it nothing can go in.
        </Notice>
      )}
      <Section
        title="Columns"
        count={columns.length}
        description="Guessed from the headings and from what the cells hold. Correct what is wrong; the next file with these headings is read the same way."
      >
        <ColumnList id={id} kind={kind} columns={columns} />
        {loose.length > 0 && (
          <p className="mt-3 text-ink-muted">
            {loose
              .map(
                (column) => `${nameOf(column)} holds something in ${countRows(column.filled ?? 0, locale)}`,
              )
              .join("; ")}
            . What no field takes is kept in each row’s notes; nothing is lost.
          </p>
        )}
      </Section>
      {notes.length > 0 && (
        <Section title="How cells are read">
          <ul className="grid gap-1 text-ink-muted">
            {notes.map((note) => (
              <li key={note} className="flex gap-2">
                <span aria-hidden className="mt-2 size-1 shrink-0 rounded-full bg-line-strong" />
                {note}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

const nameOf = ({ header, at }: WizardColumn) => (header === "" ? `Column ${at + 1}` : `“${header}”`);
