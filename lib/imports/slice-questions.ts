import { cellText } from "./cell";
import type { Question } from "./docket";
import { fieldLabels } from "./fields";
import type { Mapping } from "./guess-mapping";
import type { AnyJudgement } from "./judge-sheet";
import { groupOf, type QuestionGroup, questionGroups } from "./question-groups";

export const questionsAtOnce = 40;
const rowsNamed = 4;

export type QuestionTally = { total: number; open: number; recommended: number };
export type QuestionLine = Question & {
  /** What else the first of its rows says, so that the question can be answered without the file at hand. */
  excerpt: { label: string; text: string }[];
  /** True when an answer was typed that could not be read. */
  isUnread: boolean;
  /** A typed answer as it is shown: a customer's name in place of its id. */
  typedLabel: string | null;
};
export type QuestionSlice = {
  group: QuestionGroup | null;
  groups: ({ group: QuestionGroup } & QuestionTally)[];
  questions: QuestionLine[];
  /** How many of the group are found, of which `questions` is a page. */
  found: number;
  page: number;
};

type QuestionsAsked = {
  group?: QuestionGroup;
  q: string;
  show: "open" | "answered";
  page: number;
};

/** How many questions there are, have no answer yet that could be read, and of these have a recommended one. */
export function tallyQuestions(questions: readonly Question[], judgement: AnyJudgement): QuestionTally {
  const open = questions.filter((question) => isOpen(question, judgement));
  return {
    total: questions.length,
    open: open.length,
    recommended: open.filter(({ answer, recommended }) => answer === null && recommended !== null).length,
  };
}

/** One page of one group's questions; without a group told, of the first that still has something to answer. */
export function sliceQuestions(
  judgement: AnyJudgement,
  mapping: Mapping,
  asked: QuestionsAsked,
  customerName: (id: string) => string | undefined = () => undefined,
): QuestionSlice {
  const byGroup = Map.groupBy(judgement.questions, groupOf);
  const groups = questionGroups.flatMap((group) => {
    const own = byGroup.get(group);
    return own ? [{ group, ...tallyQuestions(own, judgement) }] : [];
  });
  const first = groups.find(({ open }) => open > 0) ?? groups[0];
  const group = asked.group && byGroup.has(asked.group) ? asked.group : (first?.group ?? null);
  const words = asked.q.trim().toLowerCase();
  const found = (group ? (byGroup.get(group) ?? []) : [])
    .filter((question) => isOpen(question, judgement) === (asked.show === "open"))
    .filter(({ typed, text }) => `${typed} ${text}`.toLowerCase().includes(words))
    .toSorted((a, b) => b.rowCount - a.rowCount);
  const start = (asked.page - 1) * questionsAtOnce;
  return {
    group,
    groups,
    found: found.length,
    page: asked.page,
    questions: found.slice(start, start + questionsAtOnce).map((question) => ({
      ...question,
      rows: question.rows.slice(0, rowsNamed),
      excerpt: excerptOf(question, judgement, mapping),
      isUnread: isUnread(question, judgement),
      typedLabel: labelOf(question, customerName),
    })),
  };
}

const isOpen = (question: Question, judgement: AnyJudgement) =>
  question.answer === null || isUnread(question, judgement);

/** An answer was typed, and still its row waits for just that. */
function isUnread({ answer, rows, topic }: Question, judgement: AnyJudgement): boolean {
  if (answer?.option !== "typed" || rows[0] === undefined) return false;
  const problems = judgement.rows[rows[0] - 1]?.problems ?? [];
  return problems.some(({ code, severity }) => severity === "decide" && code === topic);
}

function labelOf({ answer }: Question, customerName: (id: string) => string | undefined): string | null {
  if (answer?.option !== "typed") return null;
  const { value = "" } = answer;
  return value.startsWith(knownCustomer) ? (customerName(value.slice(knownCustomer.length)) ?? value) : value;
}

const knownCustomer = "customer:";

const telling: Record<AnyJudgement["kind"], readonly string[]> = {
  customers: ["name", "contact", "phone", "email", "billAddress"],
  jobs: ["number", "received", "customer", "parts", "colour", "price", "status"],
  powders: ["maker", "code", "name", "amount", "lot", "location"],
};

function excerptOf({ rows: [first], typed }: Question, judgement: AnyJudgement, { kind, fields }: Mapping) {
  const raw = first === undefined ? [] : (judgement.rows[first - 1]?.raw ?? []);
  return telling[kind].flatMap((field) => {
    const text = cellText(raw[fields.indexOf(field)]);
    return text === "" || text === typed.trim()
      ? []
      : [{ label: fieldLabels[kind][field] ?? field, text: text.slice(0, longestExcerpt) }];
  });
}

const longestExcerpt = 80;
