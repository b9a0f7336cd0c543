import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type InputProps = Omit<ComponentProps<"input">, "prefix"> & {
  /** Before what is typed: "$", an icon. */
  prefix?: ReactNode;
  /** After it: "lb", "µm", "%". */
  suffix?: ReactNode;
};

/** A line to type in, with its unit beside it. */
export function Input({ prefix, suffix, className, ...rest }: InputProps) {
  const isNumber = rest.inputMode === "decimal" || rest.inputMode === "numeric";
  if (!prefix && !suffix) {
    return <input {...rest} className={clsx("ui-control ui-line", className)} />;
  }
  return (
    <span className={clsx("relative flex items-center", className)}>
      {prefix && <Affix className="left-2.5">{prefix}</Affix>}
      <input
        {...rest}
        className={clsx(
          "ui-control ui-line",
          prefix && "pl-7",
          suffix && "pr-10",
          isNumber && suffix && "text-right",
        )}
      />
      {suffix && <Affix className="right-2.5">{suffix}</Affix>}
    </span>
  );
}

function Affix({ children, className }: { children: ReactNode; className: string }) {
  return (
    <span className={clsx("pointer-events-none absolute flex items-center text-ink-faint", className)}>
      {children}
    </span>
  );
}
