"use client";
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import type { ViewedMember } from "@/lib/jobs/job-view";
import { Avatar } from "../ui/avatar";
import { Textarea } from "../ui/textarea";
import { matchMentions, mentionUnderway } from "./mention-names";

type MentionFieldProps = Omit<ComponentProps<typeof Textarea>, "value" | "onChange" | "onSubmit"> & {
  value: string;
  onChange: (text: string) => void;
  members: readonly ViewedMember[];
  /** Ctrl or ⌘ with Enter. */
  onSend: () => void;
};

/** Plain text with people in it: @ and the start of a name offers who is meant. */
export function MentionField({ value, onChange, members, onSend, onKeyDown, ...rest }: MentionFieldProps) {
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isClosed, setIsClosed] = useState(false);
  const underway = isClosed ? null : mentionUnderway(value, caret);
  const offered = underway ? matchMentions(members, underway.typed) : [];

  const take = (member: ViewedMember) => {
    if (!underway) return;
    const start = `${value.slice(0, underway.from)}${member.name} `;
    onChange(start + value.slice(caret).replace(/^ /, ""));
    setCaret(start.length);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start.length, start.length);
    });
  };

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSend();
    }
    const chosen = offered[active];
    if (chosen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      return setActive((active + step + offered.length) % offered.length);
    }
    if (chosen && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      return take(chosen);
    }
    if (chosen && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return setIsClosed(true);
    }
    onKeyDown?.(event);
  };

  return (
    <span className="relative block">
      <Textarea
        {...rest}
        ref={field}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
          setIsClosed(false);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setIsClosed(true)}
        onKeyDown={onKey}
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
      />
      {offered.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label="People to mention"
          onPointerDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1 max-w-72 rounded-lg border bg-raised p-1 shadow-float"
        >
          {offered.map((member, at) => (
            <div
              key={member.id}
              id={`${listId}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onPointerMove={() => setActive(at)}
              onClick={() => take(member)}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 aria-selected:bg-press pointer-coarse:min-h-11"
            >
              <Avatar name={member.name} size="sm" isNamed />
              {member.name}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}
