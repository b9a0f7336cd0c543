"use client";
import clsx from "clsx";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  label: ReactNode;
  hint?: ReactNode;
  isLabelHidden?: boolean;
  /** Some but not all: for the box above a list. */
  isPartly?: boolean;
};

/** A native checkbox with its label; the whole line is the target. */
export function Checkbox({
  label,
  hint,
  isLabelHidden,
  isPartly = false,
  className,
  ...rest
}: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <label
      className={clsx(
        "inline-flex gap-2 align-middle",
        isLabelHidden ? "items-center" : "min-h-6 items-start pointer-coarse:min-h-9",
        className,
      )}
    >
      <input ref={box} type="checkbox" {...rest} className={clsx("ui-check", !isLabelHidden && "mt-0.5")} />
      <span className={isLabelHidden ? "sr-only" : "min-w-0 pointer-coarse:pt-0.5"}>
        {label}
        {hint && <span className="block text-xs text-ink-faint">{hint}</span>}
      </span>
    </label>
  );
}
