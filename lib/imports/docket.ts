/** What a person may type for an answer beside the options. */
export type AnswerKind =
  | "date"
  | "money"
  | "mass"
  | "area"
  | "number"
  | "text"
  | "email"
  | "colour"
  | "customer";

export type QuestionOption = { id: string; label: string };

/** A choice of one option; with option "typed", the value as typed. */
export type Answer = { option: string; value?: string };

/** Answers by question id; kept with the import, so that judging again applies them. */
export type Answers = Record<string, Answer>;

type QuestionScope = "file" | "spelling" | "row";

export type Question = {
  /** Stable while the file and its mapping stay as they are; for a spelling also from file to file. */
  id: string;
  scope: QuestionScope;
  topic: string;
  /** One sentence for a shop person. */
  text: string;
  /** The cell in question, as typed. */
  typed: string;
  options: QuestionOption[];
  /** What most people would choose; null where no guess is right. */
  recommended: string | null;
  /** What may be typed instead, with option "typed". */
  accepts: AnswerKind | null;
  /** Rows it touches: how many, and the first of them. */
  rowCount: number;
  rows: number[];
  answer: Answer | null;
};

export type QuestionSpec = Omit<Question, "rowCount" | "rows" | "answer">;

export const leaveOut: QuestionOption = { id: "leave-out", label: "Leave these rows out" };
export const leaveRowOut: QuestionOption = { id: "leave-out", label: "Leave this row out" };

const rowsNamed = 50;

export type Docket = {
  /** Asks about a row (0 for the whole file) and gives the answer, if there is a fitting one. */
  ask: (spec: QuestionSpec, row: number) => Answer | null;
  questions: () => Question[];
};

/** Collects the questions of one judging, each once, and looks up the answers given so far. */
export function openDocket(answers: Answers): Docket {
  const asked = new Map<string, Question>();
  const ask = (spec: QuestionSpec, row: number) => {
    let question = asked.get(spec.id);
    if (!question) {
      question = { ...spec, rowCount: 0, rows: [], answer: fitting(spec, answers[spec.id]) };
      asked.set(spec.id, question);
    }
    if (row > 0) {
      question.rowCount++;
      if (question.rows.length < rowsNamed) question.rows.push(row);
    }
    return question.answer;
  };
  return { ask, questions: () => [...asked.values()] };
}

function fitting(spec: QuestionSpec, answer: Answer | undefined): Answer | null {
  if (!answer) return null;
  if (answer.option === "typed")
    return spec.accepts !== null && (answer.value ?? "").trim() !== "" ? answer : null;
  return spec.options.some((option) => option.id === answer.option) ? answer : null;
}

/** Answers every question that has a recommendation, as by one press of a button. */
export function takeRecommended(questions: readonly Question[]): Answers {
  return Object.fromEntries(
    questions.flatMap((question) =>
      question.recommended === null ? [] : [[question.id, { option: question.recommended }]],
    ),
  );
}
