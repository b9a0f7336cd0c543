import clsx from "clsx";
import { type ReactNode, useId } from "react";

type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type RadioGroupProps = {
  legend: ReactNode;
  name: string;
  choices: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  error?: string | null;
  isInline?: boolean;
};

/** One of a few, all of them in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, name, choices, value, defaultValue, onChange, error, isInline } = props;
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className={clsx("flex", isInline ? "flex-wrap gap-x-5 gap-y-1" : "flex-col gap-1")}>
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-6 items-start gap-2 pointer-coarse:min-h-9">
            <input
              type="radio"
              name={name}
              value={choice.value}
              {...(value === undefined
                ? { defaultChecked: defaultValue === choice.value }
                : { checked: value === choice.value })}
              onChange={onChange && (() => onChange(choice.value))}
              aria-invalid={error ? true : undefined}
              className="ui-radio mt-0.5"
            />
            <span className="min-w-0">
              {choice.label}
              {choice.hint && <span className="block text-xs text-ink-faint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={id} className="mt-1 text-xs text-late-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}
