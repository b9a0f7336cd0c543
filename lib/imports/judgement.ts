import type { ImportKind } from "@/db/vocabulary";
import type { Cell, Row } from "./cell";
import type { KnownPowder } from "./colour-book";
import type { Answer, Question } from "./docket";
import type { FurnitureKind } from "./furniture";
import type { KnownCustomer } from "./match-customer";
import type { ShopStage } from "./read-status";

export type Verdict = "ok" | "decide" | "refuse" | "furniture";
export type Severity = "mark" | "decide" | "refuse";

/** What is odd about a cell (or a row, where the column is null) and what follows from it. */
export type Problem = { column: number | null; code: string; message: string; severity: Severity };

/** What the shop has already, against which rows are judged. */
export type ShopFacts = {
  /** The shop's day, ISO. */
  today: string;
  currency: string;
  units: "imperial" | "metric";
  stages: readonly ShopStage[];
  customers: readonly KnownCustomer[];
  powders: readonly KnownPowder[];
  /** Numbers of the shop's jobs, old numbers included. */
  jobNumbers: readonly string[];
  /** "maker|code|label" keys of the shop's lots, by lotKey. */
  lotKeys: readonly string[];
};

export type JudgedRow<Values> = {
  /** The record's number in the file, counted from 1. */
  row: number;
  verdict: Verdict;
  furniture: FurnitureKind | null;
  problems: Problem[];
  /** What the row says so far; goes in only where the verdict is ok. Null for furniture. */
  values: Values | null;
  /** The questions that this row hangs on, answered or not. */
  questions: string[];
  /** The record word for word; nothing of it is ever lost. */
  raw: Cell[];
};

export type Judgement<Values> = {
  kind: ImportKind;
  rows: JudgedRow<Values>[];
  questions: Question[];
  /** How cells were read, in sentences: "Dates are month/day/year: 2,700 allow nothing else." */
  notes: string[];
  counts: Record<string, number>;
  /** Columns that fill no field; they stay with each row as they came. */
  unmapped: { column: number; header: string; filled: number }[];
};

/** Builds one row's judgement: problems and questions gathered while its cells are read. */
export class RowJudge {
  readonly problems: Problem[] = [];
  readonly questions: string[] = [];

  constructor(
    readonly row: number,
    readonly raw: Row,
    private readonly fields: readonly (string | null)[],
  ) {}

  column(field: string): number | null {
    const at = this.fields.indexOf(field);
    return at < 0 ? null : at;
  }

  columns(field: string): number[] {
    return this.fields.flatMap((own, at) => (own === field ? [at] : []));
  }

  cell(field: string): Cell | undefined {
    const at = this.column(field);
    return at === null ? undefined : this.raw[at];
  }

  mark(column: number | null, code: string, message: string): void {
    this.problems.push({ column, code, message, severity: "mark" });
  }

  refuse(column: number | null, code: string, message: string): void {
    this.problems.push({ column, code, message, severity: "refuse" });
  }

  decide(column: number | null, code: string, message: string, question: string): void {
    this.problems.push({ column, code, message, severity: "decide" });
    this.questions.push(question);
  }

  /**
   * Takes a question's answer to a problem: without one the row waits, "leave-out" refuses it, and any other settles it,
   * which is the only case that gives true.
   */
  settle(
    column: number | null,
    code: string,
    message: string,
    question: string,
    answer: Answer | null,
  ): answer is Answer {
    this.questions.push(question);
    if (answer === null) this.problems.push({ column, code, message, severity: "decide" });
    else if (answer.option === "leave-out") this.refuse(column, "left-out", "Left out by choice.");
    else this.mark(column, code, message);
    return answer !== null && answer.option !== "leave-out";
  }

  finish<Values>(values: Values): JudgedRow<Values> {
    const severities = new Set(this.problems.map(({ severity }) => severity));
    const verdict = severities.has("refuse") ? "refuse" : severities.has("decide") ? "decide" : "ok";
    return {
      row: this.row,
      verdict,
      furniture: null,
      problems: this.problems,
      values,
      questions: [...new Set(this.questions)],
      raw: this.raw,
    };
  }
}
