import "server-only";
import type { z } from "zod";
import type { ImportKind } from "@/db/vocabulary";
import type { Context } from "../context";
import { fieldLabels, fieldsNeeded } from "./fields";
import { headingsOf } from "./headings";
import type { wizardInput } from "./input";
import { type ReadImport, readImport } from "./read-import";
import { type QuestionSlice, type QuestionTally, sliceQuestions, tallyQuestions } from "./slice-questions";
import { type RowSlice, sliceRows } from "./slice-rows";

export type WizardColumn = {
  at: number;
  header: string;
  samples: string[];
  field: string | null;
  /** 0 to 1 while the field is the guess; null where a person or an earlier import chose it. */
  confidence: number | null;
  isHidden: boolean;
  /** Rows that hold something here; counted where no field takes it. */
  filled: number | null;
};

export type Wizard = {
  id: string;
  kind: ImportKind;
  fileName: string;
  format: "csv" | "xlsx";
  sheets: { name: string; isHidden: boolean; rows: number }[];
  sheet: number;
  headerAt: number | null;
  encoding: string | null;
  separator: string | null;
  notes: string[];
  counts: Record<string, number>;
  questions: QuestionTally & { ofFile: number };
  /** The name of what no column holds yet, without which nothing can go in. */
  missing: string | null;
  headings: { header: string; label: string | null }[];
  columns?: WizardColumn[];
  asked?: QuestionSlice;
  rows?: RowSlice;
};

export type WizardView = z.output<typeof wizardInput>;

/** An import while its columns and answers are being settled: the dry run's numbers, and of its rows and questions only the page in sight. */
export async function openWizard(ctx: Context, id: string, view: WizardView): Promise<Wizard> {
  const read = await readImport(ctx, id);
  const { run, file, mapping, judgement, facts } = read;
  const ofFile = judgement.questions.filter(({ scope, answer }) => scope === "file" && answer === null);
  return {
    id,
    kind: mapping.kind,
    fileName: run.fileName,
    format: file.format,
    sheets: file.sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows: rows.length })),
    sheet: mapping.sheet,
    headerAt: mapping.headerAt,
    encoding: file.encoding?.name ?? null,
    separator: file.separator,
    notes: judgement.notes,
    counts: judgement.counts,
    questions: { ...tallyQuestions(judgement.questions, judgement), ofFile: ofFile.length },
    missing: missingField(read),
    headings: headingsOf(
      mapping,
      read.guess.columns.map(({ header }) => header),
    ),
    ...(view.step === "columns" && { columns: columnsOf(read) }),
    ...(view.step === "questions" && { asked: sliceQuestions(judgement, mapping, view, nameIn(facts)) }),
    ...(view.step === "rows" && { rows: sliceRows(judgement, view) }),
  };
}

const nameIn =
  ({ customers }: ReadImport["facts"]) =>
  (id: string) =>
    customers.find((one) => one.id === id)?.name;

function missingField({ mapping }: ReadImport): string | null {
  const group = fieldsNeeded[mapping.kind].find(
    (one) => !one.some((field) => mapping.fields.includes(field)),
  );
  return group ? group.map((field) => fieldLabels[mapping.kind][field]).join(" or ") : null;
}

function columnsOf({ guess, mapping, judgement }: ReadImport): WizardColumn[] {
  return guess.columns.map((column, at) => {
    const field = mapping.fields[at] ?? null;
    return {
      at,
      header: column.header,
      samples: column.samples,
      field,
      confidence: field === column.field ? column.confidence : null,
      isHidden: column.isHidden,
      filled: judgement.unmapped.find((one) => one.column === at)?.filled ?? null,
    };
  });
}
