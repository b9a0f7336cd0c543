"use client";
import type { RefObject } from "react";
import type { NoticeValues, Placeholder } from "@/lib/messages/notice-words";

const meanings: Record<Placeholder, string> = {
  customer: "the customer",
  contact: "who it is written to",
  shop: "your shop",
  job: "the job's number",
  due: "the day it is due",
  proof: "what the proof is called",
  decision: "what was decided",
  note: "what was written to them",
};

type PlaceholderChipsProps = {
  may: readonly Placeholder[];
  sample: NoticeValues;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (words: string) => void;
};

/** The words in braces that can be filled in, each put in where one types. */
export function PlaceholderChips({ may, sample, field, onChange }: PlaceholderChipsProps) {
  const put = (word: Placeholder) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setRangeText(`{${word}}`, area.selectionStart, area.selectionEnd, "end");
    onChange(area.value);
  };
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-ink-muted">Filled in for each mail; press to put it in</legend>
      <div className="flex flex-wrap gap-1">
        {may.map((word) => (
          <button
            key={word}
            type="button"
            data-tip={`${meanings[word]}: ${sample[word]}`}
            onClick={() => put(word)}
            className="min-h-6 rounded-sm bg-press px-1.5 text-xs text-ink hover:bg-hover pointer-coarse:min-h-9 pointer-coarse:px-2.5"
          >
            {`{${word}}`}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
