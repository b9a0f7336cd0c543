import { type InputHTMLAttributes, useId } from "react";

type TextFieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string;
  wrong?: string;
};

export function TextField({ label, hint, wrong, ...input }: TextFieldProps) {
  const id = useId();
  const about = wrong ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about ? `${id}-about` : undefined}
        className="block h-10 w-full rounded-sm border border-line-strong bg-field px-3 text-base aria-invalid:border-late"
      />
      {about && (
        <p id={`${id}-about`} className={`mt-1 text-xs ${wrong ? "text-late-ink" : "text-ink-muted"}`}>
          {about}
        </p>
      )}
    </div>
  );
}
