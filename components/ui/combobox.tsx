"use client";
import clsx from "clsx";
import { ChevronsUpDown, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { holdBeside } from "./anchor";
import { ComboboxRow } from "./combobox-row";
import { controlClass, controlHeight } from "./control-class";
import { Spinner } from "./spinner";
import { type Choice, type FindChoices, useChoices } from "./use-choices";

type ComboboxProps<C extends Choice> = {
  find: (...args: Parameters<FindChoices>) => Promise<readonly C[]>;
  value: C | null;
  onChange: (choice: C | null) => void;
  /** Posts the chosen id in a form. */
  name?: string;
  placeholder?: string;
  /** Offers to make what was typed: `(typed) => \`New customer “${typed}”\``. */
  createLabel?: (typed: string) => string;
  onCreate?: (typed: string) => void;
  /** A choice's own look: a swatch, a number. Its label is still what is spoken and typed. */
  renderChoice?: (choice: C) => ReactNode;
  nothingFound?: string;
  id?: string;
  required?: boolean;
  autoFocus?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** A field that finds as one types, and can make what it does not find. Enter waits for the answer to what was typed. */
export function Combobox<C extends Choice>(props: ComboboxProps<C>) {
  const { find, value, onChange, name, placeholder, createLabel, onCreate, renderChoice } = props;
  const ownId = useId();
  const listId = `${ownId}-list`;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [isEntered, setIsEntered] = useState(false);
  const query = (typed ?? "").trim();
  const found = useChoices(find as FindChoices, query, isOpen);
  const choices = found.choices as readonly C[];
  const isNew = Boolean(onCreate && createLabel && query) && !choices.some((one) => one.label === query);
  const count = choices.length + (isNew ? 1 : 0);

  const close = () => {
    setIsOpen(false);
    setTyped(null);
    setIsEntered(false);
  };
  const take = (at: number) => {
    const choice = choices[at];
    if (choice) onChange(choice);
    else if (isNew && at === choices.length) onCreate?.(query);
    else return;
    close();
  };

  useEffect(() => {
    if (!isOpen || !input.current || !list.current) return;
    list.current.showPopover();
    const release = holdBeside(input.current, list.current, { isAsWide: true });
    const panel = list.current;
    return () => {
      release();
      panel.hidePopover();
    };
  }, [isOpen]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only an answer that has come may end the wait
  useEffect(() => {
    if (!isEntered || found.isStale) return;
    setIsEntered(false);
    take(active);
  }, [isEntered, found.isStale]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return setIsOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((at) => (count ? (at + step + count) % count : 0));
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      if (found.isStale) setIsEntered(true);
      else take(active);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") close();
  };

  const row = (at: number, key: string, children: ReactNode) => (
    <ComboboxRow
      key={key}
      id={`${listId}-${at}`}
      isActive={at === active}
      onPoint={() => setActive(at)}
      onTake={() => take(at)}
    >
      {children}
    </ComboboxRow>
  );

  return (
    <span className="relative flex items-center">
      {name && <input type="hidden" name={name} value={value?.id ?? ""} />}
      <input
        ref={input}
        id={props.id}
        required={props.required && !value}
        autoFocus={props.autoFocus}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props["aria-invalid"]}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed ?? value?.label ?? ""}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setIsOpen(true);
          if (!event.target.value && value) onChange(null);
        }}
        onClick={() => setIsOpen(true)}
        onBlur={close}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        className={clsx(controlClass, controlHeight, "pr-8")}
      />
      <span className="pointer-events-none absolute right-2.5 text-ink-faint">
        {isOpen && found.isStale ? (
          <Spinner className="block size-3.5 animate-late-in" />
        ) : (
          <ChevronsUpDown size={14} aria-hidden />
        )}
      </span>
      <div
        ref={list}
        id={listId}
        popover="manual"
        role="listbox"
        aria-label={placeholder}
        onPointerDown={(event) => event.preventDefault()}
        className="ui-popover p-1"
      >
        {choices.map((choice, at) =>
          row(
            at,
            choice.id,
            renderChoice?.(choice) ?? (
              <>
                <span className="min-w-0 truncate">{choice.label}</span>
                {choice.detail && (
                  <span className="ml-auto shrink-0 text-xs text-ink-faint">{choice.detail}</span>
                )}
              </>
            ),
          ),
        )}
        {isNew &&
          row(
            choices.length,
            "new",
            <>
              <Plus size={14} className="shrink-0 text-ink-muted" aria-hidden />
              {createLabel?.(query)}
            </>,
          )}
        {count === 0 && (
          <p className="px-2 py-1.5 text-ink-faint">
            {found.problem ?? (found.isStale ? "Looking…" : (props.nothingFound ?? "Nothing found."))}
          </p>
        )}
      </div>
      <span role="status" className="sr-only">
        {isOpen && !found.isStale ? `${choices.length} found` : ""}
      </span>
    </span>
  );
}
