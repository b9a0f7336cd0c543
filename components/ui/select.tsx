import clsx from "clsx";
import type { ComponentProps } from "react";
import { Icon } from "./icon";

/** The device's own list of choices, in the house's frame. Give it <option>s. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative inline-flex items-center", className ?? "w-full")}>
      <select {...rest} className="ui-control ui-line appearance-none truncate pr-8">
        {children}
      </select>
      <Icon name="chevron-down" size={14} className="pointer-events-none absolute right-2.5 text-ink-faint" />
    </span>
  );
}
