"use client";
import { Select } from "../ui/select";

type Props = {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
};

/** A filter as a native list, marked when it is on. A value that no card has any more stays to be seen and cleared. */
export function FilterSelect({ label, value, choices, onChange }: Props) {
  const isKnown = value === "" || choices.some(([known]) => known === value);
  return (
    <Select
      aria-label={label}
      value={value}
      data-on={value !== ""}
      className="max-w-40 shrink-0"
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{label}: any</option>
      {!isKnown && <option value={value}>{value}</option>}
      {choices.map(([known, name]) => (
        <option key={known} value={known}>
          {name}
        </option>
      ))}
    </Select>
  );
}
