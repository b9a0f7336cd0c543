import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";

/** A place for a few lines; it grows with what is written. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={clsx(controlClass, "field-sizing-content max-h-96 min-h-16 resize-y py-1.5", className)}
    />
  );
}
