import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, iconButtonClass } from "./button-class";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> &
  ButtonLook & {
    /** What it does, for the tip and the screen reader. */
    label: string;
    /** Shown in the tip: "M". */
    keys?: string;
    children: ReactNode;
  };

/** A square button with an icon; its label is spoken and shown on hover and focus. */
export function IconButton({ label, keys, variant, size, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      className={iconButtonClass({ variant, size }, className)}
    >
      {children}
    </button>
  );
}
