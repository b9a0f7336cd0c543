import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "children" | "role"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** On or off, at once: for settings that need no Save. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label
      className={clsx(
        "flex min-h-6 justify-between gap-4 pointer-coarse:min-h-9",
        hint ? "items-start" : "items-center",
        className,
      )}
    >
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-xs text-ink-faint">{hint}</span>}
      </span>
      <input type="checkbox" role="switch" {...rest} className="ui-switch" />
    </label>
  );
}
