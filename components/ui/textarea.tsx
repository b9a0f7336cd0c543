import clsx from "clsx";
import type { ComponentProps } from "react";

/** A place for a few lines; it grows with what is written. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={clsx("ui-control field-sizing-content max-h-96 min-h-16 resize-y py-1.5", className)}
    />
  );
}
