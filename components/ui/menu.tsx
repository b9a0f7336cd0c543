"use client";
import { Menu as Primitive } from "@base-ui/react/menu";
import clsx from "clsx";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

type MenuProps = {
  /** A Button or IconButton; pressing it opens and closes. */
  trigger: ReactElement;
  label: string;
  align?: "start" | "end";
  /** MenuItem, MenuRule, MenuHeading. */
  children: ReactNode;
};

/** A list of things to do, under a button: arrows move, letters jump, Escape closes. */
export function Menu({ trigger, label, align = "end", children }: MenuProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal role="region" aria-label={label}>
        <Primitive.Positioner
          align={align}
          sideOffset={4}
          collisionPadding={8}
          positionMethod="fixed"
          className="ui-float"
        >
          <Primitive.Popup
            aria-label={label}
            aria-labelledby={undefined}
            className="ui-panel min-w-48 p-1 outline-none"
          >
            {children}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
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
      {keys && <span className="text-xs text-ink-muted">{keys}</span>}
    </>
  );
  if (href && !isDisabled) {
    return (
      <Primitive.LinkItem closeOnClick render={<Link href={href} />} className={look}>
        {inside}
      </Primitive.LinkItem>
    );
  }
  return (
    <Primitive.Item
      nativeButton
      render={<button type="button" />}
      disabled={isDisabled}
      onClick={onSelect}
      className={look}
      {...(isChosen !== undefined && { role: "menuitemradio", "aria-checked": isChosen })}
    >
      {inside}
    </Primitive.Item>
  );
}

export const MenuRule = () => <hr className="my-1 border-t" />;

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-2 pt-1.5 pb-1 text-xs text-ink-faint">{children}</p>;
}
