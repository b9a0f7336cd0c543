import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { Spinner } from "./spinner";

type ButtonProps = Omit<ComponentProps<"button">, "children"> &
  ButtonLook & {
    children: ReactNode;
    icon?: ReactNode;
    /** Shows a spinner in the label's own width and lets no second press through. */
    isPending?: boolean;
  };

/** A button; `type="button"` unless told. The word says what happens: "Send proof", not "OK". */
export function Button({
  variant,
  size,
  icon,
  isPending,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || rest["aria-disabled"]}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
      className={buttonClass({ variant, size }, className)}
    >
      <span className={isPending ? "inline-flex items-center gap-1.5 opacity-0" : "contents"}>
        {icon}
        {children}
      </span>
      {isPending && <Spinner className="absolute" />}
    </button>
  );
}
