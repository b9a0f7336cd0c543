import clsx from "clsx";
import { Select } from "../ui/select";

type FilterChoiceProps = {
  name: string;
  label: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
  /** What stands for no choice; "Due: any" when not told. */
  anyLabel?: string;
  className?: string;
};

const whenOn =
  "[&:has(option:checked:not([value='']))>select]:border-accent-ink [&:has(option:checked:not([value='']))>select]:bg-accent-wash";

/** A filter as the device's own list; marked when it is on, and a value it does not know stays to be seen. */
export function FilterChoice({ name, label, value, choices, anyLabel, className }: FilterChoiceProps) {
  const isKnown = value === "" || choices.some(([one]) => one === value);
  return (
    <Select
      name={name}
      aria-label={label}
      defaultValue={value}
      className={clsx("max-w-44", !anyLabel && whenOn, className)}
    >
      <option value="">{anyLabel ?? `${label}: any`}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {choices.map(([one, called]) => (
        <option key={one} value={one}>
          {called}
        </option>
      ))}
    </Select>
  );
}
