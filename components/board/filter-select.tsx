"use client";

type Props = {
  label: string;
  value: string;
  choices: (readonly [value: string, name: string])[] | readonly (readonly [string, string])[];
  onChange: (value: string) => void;
};

/** A filter as a native list, marked when it is on. A value that no card has any more stays to be seen and cleared. */
export function FilterSelect({ label, value, choices, onChange }: Props) {
  const isKnown = value === "" || choices.some(([known]) => known === value);
  return (
    <label className="board-filter" data-on={value !== ""}>
      <span className="sr-only">{label}</span>
      <select
        value={value}
        className="h-8 max-w-40 cursor-pointer truncate rounded-sm border border-line bg-field px-2 data-[on=true]:border-accent data-[on=true]:bg-accent-wash data-[on=true]:text-accent-ink max-md:h-10"
        data-on={value !== ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{label}: any</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map(([known, name]) => (
          <option key={known} value={known}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
