import clsx from "clsx";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";

type Wired = { id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean; required?: boolean };

type FieldProps = {
  label: ReactNode;
  /** One control: Input, Textarea, Select, DateField, Combobox. It gets its id and its aria from here. */
  children: ReactElement<Wired>;
  hint?: ReactNode;
  error?: string | null;
  isRequired?: boolean;
  /** Shows "optional" beside the label; say it where most fields are required. */
  isOptional?: boolean;
  isLabelHidden?: boolean;
  className?: string;
};

/** A labelled control with its hint and its error, wired for a screen reader. */
export function Field(props: FieldProps) {
  const { label, children, hint, error, isRequired, isOptional, isLabelHidden, className } = props;
  const id = useId();
  const controlId = children.props.id ?? id;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={controlId} className={isLabelHidden ? "sr-only" : "text-sm font-medium text-ink"}>
        {label}
        {isOptional && <span className="ml-1.5 font-normal text-ink-faint">optional</span>}
      </label>
      {cloneElement(children, {
        id: controlId,
        ...(described && { "aria-describedby": described }),
        ...(error && { "aria-invalid": true }),
        ...(isRequired && { required: true }),
      })}
      {error && (
        <p id={`${id}-error`} className="text-xs text-late-ink">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
