"use client";
import clsx from "clsx";
import { Checkbox } from "../ui/checkbox";
import { Icon } from "../ui/icon";
import { Popover } from "../ui/popover";

type FilterSeveralProps = {
  name: string;
  label: string;
  values: readonly string[];
  choices: readonly (readonly [value: string, name: string])[];
};

/** A filter of which several may hold at once. */
export function FilterSeveral({ name, label, values, choices }: FilterSeveralProps) {
  const chosen = choices.filter(([one]) => values.includes(one)).map(([, called]) => called);
  const says = chosen.length === 0 ? "any" : chosen.length === 1 ? chosen[0] : `${chosen.length} chosen`;
  return (
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          className={clsx(
            "flex h-8 max-w-52 items-center gap-1.5 rounded-sm border px-2.5 whitespace-nowrap pointer-coarse:h-11",
            chosen.length > 0
              ? "border-accent-ink bg-accent-wash"
              : "border-line-strong bg-field hover:border-ink-faint",
          )}
        >
          <span className="truncate">
            {label}: {says}
          </span>
          <Icon name="chevron-down" size={14} className="shrink-0 text-ink-faint" />
        </button>
      }
    >
      <div className="flex min-w-40 flex-col gap-1">
        {choices.map(([one, called]) => (
          <Checkbox key={one} name={name} value={one} label={called} defaultChecked={values.includes(one)} />
        ))}
      </div>
    </Popover>
  );
}
