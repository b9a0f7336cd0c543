"use client";
import { Combobox as Primitive } from "@base-ui/react/combobox";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { holdBeside } from "./anchor";
import { ComboboxList, NewRow } from "./combobox-list";
import { Icon } from "./icon";
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

type OnKeyDown = NonNullable<ComponentProps<typeof Primitive.Input>["onKeyDown"]>;

const newId = "new";

/** A field that finds as one types, and can make what it does not find. Enter waits for the answer to what was typed. */
export function Combobox<C extends Choice>(props: ComboboxProps<C>) {
  const { find, value, onChange, name, placeholder, createLabel, onCreate, renderChoice } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isEntered, setIsEntered] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const pointedAt = useRef<Choice>(undefined);
  const query = (typed ?? "").trim();
  const found = useChoices(find as FindChoices, query, isOpen);
  const choices = found.choices as readonly C[];
  const isNew = Boolean(onCreate && createLabel && query) && !choices.some((one) => one.label === query);
  const rows: readonly Choice[] = isNew ? [...choices, { id: newId, label: query }] : choices;

  const show = (isShown: boolean) => {
    setIsOpen(isShown);
    setIsEntered(false);
    pointedAt.current = undefined;
    if (!isShown) setTyped(null);
  };
  const take = (row: Choice) => {
    if (row.id === newId) onCreate?.(query);
    else onChange(row as C);
  };

  useEffect(() => {
    if (!isOpen || !input.current || !panel.current) return;
    panel.current.showPopover();
    return holdBeside(input.current, panel.current, { isAsWide: true });
  }, [isOpen]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only an answer that has come may end the wait
  useEffect(() => {
    if (!isEntered || found.isStale) return;
    setIsEntered(false);
    const meant = rows.find((row) => row.id === pointedAt.current?.id) ?? rows[0];
    if (!meant || found.problem) return;
    take(meant);
    show(false);
  }, [isEntered, found.isStale]);

  const onKeyDown: OnKeyDown = (event) => {
    if (event.key === "Escape") {
      // An open list takes the Escape; a closed one leaves it, and the choice, alone.
      if (!isOpen) return event.preventBaseUIHandler();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && isOpen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // Ctrl or ⌘ with Enter sends many a form: the row in sight is taken first.
      const isSending = event.ctrlKey || event.metaKey;
      if (!isSending && (!found.isStale || pointedAt.current || !query)) return;
      event.preventBaseUIHandler();
      setIsEntered(true);
    }
  };

  return (
    <Primitive.Root<Choice>
      items={rows}
      filter={null}
      autoHighlight
      value={value}
      onValueChange={(row, { reason }) => {
        if (row) take(row);
        else if (reason === "input-clear" && value) onChange(null);
      }}
      isItemEqualToValue={(one, other) => one.id === other.id}
      itemToStringLabel={(one) => one.label}
      inputValue={typed ?? value?.label ?? ""}
      onInputValueChange={(text, { reason }) => {
        if (reason !== "input-change") return;
        pointedAt.current = undefined;
        setTyped(text);
      }}
      onItemHighlighted={(row, { reason }) => {
        if (reason !== "none" || pointedAt.current) pointedAt.current = row;
      }}
      open={isOpen}
      onOpenChange={show}
    >
      <span className="relative flex items-center">
        {name && <input type="hidden" name={name} value={value?.id ?? ""} />}
        <Primitive.Input
          ref={input}
          id={props.id}
          required={props.required && !value}
          autoFocus={props.autoFocus}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          spellCheck={false}
          placeholder={placeholder}
          onFocus={(event) => event.target.select()}
          onBlur={() => show(false)}
          onKeyDown={onKeyDown}
          className="ui-control ui-line pr-8"
        />
        <span className="pointer-events-none absolute right-2.5 text-ink-faint">
          {isOpen && found.isStale ? (
            <Spinner className="block size-3.5 animate-late-in" />
          ) : (
            <Icon name="chevrons-up-down" size={14} />
          )}
        </span>
        {isOpen && (
          <div
            ref={panel}
            popover="manual"
            onPointerDown={(event) => event.preventDefault()}
            className="ui-popover p-1"
          >
            <ComboboxList
              label={placeholder}
              status={found.isStale ? "" : `${choices.length} found`}
              nothing={
                found.problem ?? (found.isStale ? "Looking…" : (props.nothingFound ?? "Nothing found."))
              }
              renderRow={(row) =>
                row.id === newId ? <NewRow label={createLabel?.(query)} /> : renderChoice?.(row as C)
              }
            />
          </div>
        )}
      </span>
    </Primitive.Root>
  );
}
