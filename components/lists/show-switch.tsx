import { useId } from "react";

type ShowSwitchProps = {
  name: string;
  label: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
};

/** Two or three ways to see a list, side by side; the first is the empty value. */
export function ShowSwitch({ name, label, value, choices }: ShowSwitchProps) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="flex h-8 rounded-sm bg-press p-0.5 pointer-coarse:h-11">
      <legend id={id} className="sr-only">
        {label}
      </legend>
      {choices.map(([one, called]) => (
        <label
          key={one}
          className="relative flex items-center rounded-sm px-2.5 text-ink-muted has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
        >
          <input
            type="radio"
            name={name}
            value={one}
            defaultChecked={one === value}
            className="absolute inset-0 appearance-none outline-none"
          />
          {called}
        </label>
      ))}
    </fieldset>
  );
}
