"use client";
import clsx from "clsx";
import Link from "next/link";
import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useId,
} from "react";
import { useHeldPanel } from "./popover";

type Opener = { popoverTarget?: string; id?: string; "aria-haspopup"?: "menu" };

type MenuProps = {
  trigger: ReactElement<Opener>;
  label: string;
  align?: "start" | "end";
  /** MenuItem, MenuRule, MenuHeading. */
  children: ReactNode;
};

const items = (menu: Element) => [
  ...menu.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled=true])"),
];
const focusFirst = (menu: HTMLElement) => items(menu)[0]?.focus();

/** A list of things to do, under a button: arrows move, letters jump, Escape closes. */
export function Menu({ trigger, label, align = "end", children }: MenuProps) {
  const id = useId();
  const menu = useHeldPanel(`${id}-opener`, align, focusFirst);
  const close = (event: MouseEvent<HTMLElement>) => {
    const pressed = (event.target as Element).closest("[role^=menuitem]");
    if (pressed && pressed.getAttribute("aria-disabled") !== "true") event.currentTarget.hidePopover();
  };
  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, id: `${id}-opener`, "aria-haspopup": "menu" })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onClick={close}
        onKeyDown={moveFocus}
        className="ui-popover min-w-48 p-1 outline-none"
      >
        {children}
      </div>
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const step: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  if (event.key === "Tab") return event.currentTarget.hidePopover();
  let next = all.at((step[event.key] ?? 0) % all.length);
  if (!(event.key in step)) {
    if (event.key.length !== 1 || event.key === " " || event.metaKey || event.ctrlKey || event.altKey) return;
    const starts = (one: HTMLElement) =>
      one.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase());
    next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts);
  }
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}

type MenuItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  keys?: string;
  href?: string;
  onSelect?: () => void;
  isDangerous?: boolean;
  isDisabled?: boolean;
  /** Given, it is a choice among others, marked when true. */
  isChosen?: boolean;
};

/** One line of a Menu. */
export function MenuItem(props: MenuItemProps) {
  const { children, icon, keys, href, onSelect, isDangerous, isDisabled, isChosen } = props;
  const look = clsx(
    "flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2 text-start outline-none hover:bg-hover focus-visible:bg-press aria-checked:font-semibold aria-disabled:cursor-not-allowed aria-disabled:opacity-50 pointer-coarse:min-h-11",
    isDangerous && "text-late-ink",
  );
  const inside = (
    <>
      {icon && <span className="grid w-4 shrink-0 place-items-center text-ink-muted">{icon}</span>}
      <span className="min-w-0 flex-1">{children}</span>
      {isChosen && <span aria-hidden className="size-1.5 rounded-full bg-accent-ink" />}
      {keys && <span className="text-xs text-ink-faint">{keys}</span>}
    </>
  );
  if (href && !isDisabled) {
    return (
      <Link role="menuitem" tabIndex={-1} href={href} className={look}>
        {inside}
      </Link>
    );
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onSelect}
      className={look}
      {...(isChosen === undefined
        ? { role: "menuitem" }
        : { role: "menuitemradio", "aria-checked": isChosen })}
    >
      {inside}
    </button>
  );
}

export const MenuRule = () => <hr className="my-1 border-t" />;

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-2 pt-1.5 pb-1 text-xs text-ink-faint">{children}</p>;
}
