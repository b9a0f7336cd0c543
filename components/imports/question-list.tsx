"use client";
import { type ReactNode, useRef, useState } from "react";
import type { QuestionLine } from "@/lib/imports/slice-questions";
import { numberFormat } from "@/lib/measures/formats";
import { Button } from "../ui/button";
import { OneQuestion } from "./one-question";
import { useAnswers } from "./use-answers";

type QuestionListProps = {
  id: string;
  questions: QuestionLine[];
  currency: string;
  locale: string;
  /** How many are open in all; those that are answered here stay in sight until the next are asked for. */
  more: number;
  empty: ReactNode;
};

/** A handful of questions, each answered by one press. */
export function QuestionList({ id, questions, currency, locale, more, empty }: QuestionListProps) {
  const [held, setHeld] = useState(questions);
  const { given, give, isSending } = useAnswers(id);
  const top = useRef<HTMLDivElement>(null);
  const fresh = new Map(questions.map((question) => [question.id, question]));
  const shown = held.map((question) => fresh.get(question.id) ?? question);
  const answerOf = (question: QuestionLine) =>
    question.id in given ? (given[question.id] ?? null) : question.answer;
  const heldIds = new Set(held.map((question) => question.id));
  const others = questions.filter((question) => !heldIds.has(question.id)).length;
  const open = shown.filter((question) => answerOf(question) === null).length;
  const rest = Math.max(0, more - open);
  if (held.length === 0 && questions.length === 0) return empty;
  const next = () => {
    setHeld(questions);
    top.current?.focus();
    top.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div ref={top} tabIndex={-1} className="scroll-mt-4 outline-none">
      <ul className="divide-y overflow-clip rounded-lg border bg-surface">
        {shown.map((question) => (
          <OneQuestion
            key={question.id}
            question={question}
            answer={answerOf(question)}
            isOwn={question.id in given}
            onAnswer={(answer) => give(question.id, answer)}
            currency={currency}
            locale={locale}
          />
        ))}
      </ul>
      <div className="mt-3 flex min-h-10 items-center gap-3">
        <p role="status" className="text-ink-muted">
          {isSending ? "Saving…" : Object.keys(given).length > 0 ? "Saved." : ""}
        </p>
        {(others > 0 || (open === 0 && held.length > 0)) && more > 0 && rest > 0 && (
          <Button
            className="ml-auto"
            variant={open === 0 ? "primary" : "secondary"}
            isPending={isSending}
            onClick={next}
          >
            {`Next questions (${numberFormat(locale).format(rest)} more)`}
          </Button>
        )}
        {others === 0 && more > shown.length && open > 0 && (
          <p className="ml-auto text-ink-faint">
            {`Answer these, then the next of ${numberFormat(locale).format(more)} follow.`}
          </p>
        )}
      </div>
      {open === 0 &&
        rest === 0 &&
        !isSending &&
        more === 0 &&
        held.some((one) => one.answer === null) &&
        empty}
    </div>
  );
}
