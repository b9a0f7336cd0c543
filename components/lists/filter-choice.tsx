import clsx from "clsx";
import { Select } from "../ui/select";

type FilterChoiceProps = {
  /** Its name in the form that is sent. */
  name?: string;
  label: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
  /** What stands for no choice; "Due: any" when not told. */
  anyLabel?: string;
  className?: string;
  /** For a filter that holds at once, without a form. */
  onChange?: (value: string) => void;
};

/** A filter as the device's own list; marked when it is on, and a value it does not know stays to be seen. */
export function FilterChoice(props: FilterChoiceProps) {
  const { name, label, value, choices, anyLabel, className, onChange } = props;
  const isKnown = value === "" || choices.some(([one]) => one === value);
  const held = onChange
    ? { value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
    : { defaultValue: value };
  return (
    <Select
      {...held}
      name={name}
      aria-label={anyLabel ? label : `Filter: ${label}`}
      className={clsx("max-w-44 shrink-0", !anyLabel && "ui-filter", className)}
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
