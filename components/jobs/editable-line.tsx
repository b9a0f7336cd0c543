"use client";
import clsx from "clsx";
import { type ComponentProps, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { Answer } from "@/lib/entry/answer";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { ClashNotice } from "./clash-notice";
import { useFieldEdit } from "./use-field-edit";

type EditableLineProps<V> = {
  label: string;
  value: V;
  isEditable: boolean;
  /** The value as it stands on the page; nothing shows `empty`. */
  show: (value: V) => ReactNode;
  empty?: string;
  /** The value as somebody types it, and back; a sentence when what was typed is no value. */
  write: (value: V) => string;
  read: (typed: string) => { value: V } | { problem: string };
  said: string;
  send: (to: V, was: V) => Promise<Answer<unknown>>;
  input?: Omit<ComponentProps<typeof Input>, "value" | "onChange">;
  isLong?: boolean;
  className?: string;
};

/** A value that becomes a field when pressed: Enter or leaving it saves, Escape leaves it as it was. */
export function EditableLine<V>(props: EditableLineProps<V>) {
  const { label, value, isEditable, show, empty = "Add", write, read, said, send, isLong, className } = props;
  const edit = useFieldEdit({ value, said, send });
  const [draft, setDraft] = useState<{ typed: string; was: V } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);

  const begin = () => setDraft({ typed: write(value), was: value });
  const leave = (isByKey: boolean) => {
    setDraft(null);
    setProblem(null);
    if (isByKey) requestAnimationFrame(() => opener.current?.focus());
  };
  const finish = async (isByKey: boolean) => {
    if (!draft) return;
    const meant = read(draft.typed);
    if ("problem" in meant) return setProblem(meant.problem);
    leave(isByKey);
    if (write(meant.value) === write(draft.was)) return;
    const refused = await edit.save(meant.value, draft.was);
    if (!refused) return;
    setDraft(draft);
    setProblem(refused);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      leave(true);
    } else if (event.key === "Enter" && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void finish(true);
    }
  };

  if (draft) {
    const wiring = {
      value: draft.typed,
      "aria-label": label,
      "aria-invalid": problem !== null,
      autoFocus: true,
      onBlur: () => finish(false),
      onKeyDown,
    };
    return (
      <span className={clsx("block", className)}>
        {isLong ? (
          <Textarea {...wiring} onChange={(event) => setDraft({ ...draft, typed: event.target.value })} />
        ) : (
          <Input
            {...props.input}
            {...wiring}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setDraft({ ...draft, typed: event.target.value })}
          />
        )}
        {problem && (
          <span role="alert" className="mt-0.5 block text-xs text-late-ink">
            {problem}
          </span>
        )}
      </span>
    );
  }
  const shown = show(edit.shown);
  const isEmpty = shown === null || shown === "" || shown === undefined;
  if (!isEditable) return <span className={className}>{isEmpty ? "–" : shown}</span>;
  return (
    <span className={clsx("block", className)}>
      <button ref={opener} type="button" onClick={begin} className={editableClass(isEmpty, isLong)}>
        <span className="sr-only">{label}: </span>
        <span className={isLong ? "" : "truncate"}>{isEmpty ? empty : shown}</span>
        <span className="sr-only">. Edit</span>
      </button>
      {edit.clash && (
        <ClashNotice clash={edit.clash} show={show} onTheirs={edit.keepTheirs} onYours={edit.useYours} />
      )}
    </span>
  );
}

/** Looks like text until pointed at. */
export const editableClass = (isEmpty?: boolean, isLong?: boolean) =>
  clsx(
    "-mx-1.5 inline-flex min-h-6 max-w-[calc(100%+0.75rem)] rounded-sm px-1.5 py-0.5 text-start transition-colors hover:bg-hover pointer-coarse:min-h-9",
    isEmpty && "text-ink-faint print:hidden",
    isLong && "break-words whitespace-pre-wrap",
  );
