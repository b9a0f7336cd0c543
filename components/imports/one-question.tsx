"use client";
import clsx from "clsx";
import { useId, useState } from "react";
import type { Answer, QuestionOption } from "@/lib/imports/docket";
import type { QuestionLine } from "@/lib/imports/slice-questions";
import { numberFormat } from "@/lib/measures/formats";
import { Icon } from "../ui/icon";
import { countRows } from "./import-words";
import { sayDays } from "./say-days";
import { TypedAnswer } from "./typed-answer";

type OneQuestionProps = {
  question: QuestionLine;
  answer: Answer | null;
  /** True once it was answered here, so that what the server said of an earlier answer no longer holds. */
  isOwn: boolean;
  onAnswer: (answer: Answer | null) => void;
  currency: string;
  locale: string;
};

/** One question with its answers as buttons: the recommended one outlined, the given one filled; pressing that again clears it. */
export function OneQuestion({ question, answer, isOwn, onAnswer, currency, locale }: OneQuestionProps) {
  const id = useId();
  const [isTyping, setIsTyping] = useState(false);
  const [typedLabel, setTypedLabel] = useState(question.typedLabel);
  const { options, recommended, accepts, scope } = question;
  const isTyped = answer?.option === "typed";
  const choose = (option: string) => {
    setIsTyping(false);
    onAnswer(answer?.option === option ? null : { option });
  };
  const ordered = options.toSorted((a, b) => Number(b.id === recommended) - Number(a.id === recommended));
  return (
    <li className="px-3 py-3 sm:px-4">
      <p id={id} className="font-medium text-pretty">
        {sayDays(scope === "row" ? question.text.replace(/^Row \d+: /, "") : question.text, locale)}
      </p>
      <p className="mt-0.5 text-xs text-ink-faint">
        <WhichRows question={question} locale={locale} />
      </p>
      <div role="group" aria-labelledby={id} className="mt-2 flex flex-wrap gap-1.5">
        {ordered.map((option) => (
          <Choice
            key={option.id}
            option={{ ...option, label: sayDays(option.label, locale) }}
            isRecommended={option.id === recommended}
            isTaken={answer?.option === option.id}
            onTake={() => choose(option.id)}
          />
        ))}
        {accepts !== null && (
          <Choice
            option={{
              id: "typed",
              label: isTyped ? `“${sayDays(typedLabel ?? answer.value ?? "", locale)}”` : "Something else…",
            }}
            isTaken={isTyped}
            isOpen={isTyping}
            onTake={() => (isTyped ? onAnswer(null) : setIsTyping(!isTyping))}
          />
        )}
      </div>
      {question.isUnread && (!isOwn || isTyped) && isTyped && (
        <p className="mt-1.5 text-xs text-late-ink">
          “{typedLabel ?? answer.value}” could not be read here. Type it another way, or choose an answer.
        </p>
      )}
      {isTyping && accepts !== null && !isTyped && (
        <TypedAnswer
          accepts={accepts}
          question={id}
          currency={currency}
          onClose={() => setIsTyping(false)}
          onType={(value, label) => {
            setTypedLabel(label);
            setIsTyping(false);
            onAnswer({ option: "typed", value });
          }}
        />
      )}
    </li>
  );
}

function WhichRows({ question, locale }: { question: QuestionLine; locale: string }) {
  const { rows, rowCount, excerpt, scope } = question;
  if (rowCount === 0) return null;
  const isOne = rowCount === 1;
  const named = rows.map((row) => numberFormat(locale).format(row)).join(", ");
  return (
    <>
      {isOne
        ? `Row ${named}`
        : `${countRows(rowCount, locale)}: ${named}${rowCount > rows.length ? "…" : ""}`}
      {scope !== "file" && excerpt.length > 0 && (
        <>
          {isOne ? " · " : ` · row ${numberFormat(locale).format(rows[0] ?? 0)}: `}
          {excerpt.map(({ text }) => sayDays(text.replaceAll(/\s+/g, " "), locale)).join(" · ")}
        </>
      )}
    </>
  );
}

type ChoiceProps = {
  option: QuestionOption;
  isRecommended?: boolean;
  isTaken: boolean;
  isOpen?: boolean;
  onTake: () => void;
};

function Choice({ option, isRecommended, isTaken, isOpen, onTake }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isTaken}
      aria-expanded={isOpen}
      onClick={onTake}
      className={clsx(
        "inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-sm border px-2.5 text-left transition-colors pointer-coarse:min-h-11",
        isTaken
          ? "border-accent bg-accent font-medium text-on-accent"
          : isRecommended
            ? "border-accent-ink bg-accent-wash text-accent-ink"
            : "border-line-strong/60 bg-raised hover:border-line-strong",
      )}
    >
      {isTaken && <Icon name="check" size={14} className="shrink-0" />}
      <span className="min-w-0 [overflow-wrap:anywhere]">{option.label}</span>
      {isRecommended && !isTaken && <span className="shrink-0 text-xs">recommended</span>}
    </button>
  );
}
