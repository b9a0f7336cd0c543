"use client";
import { type ReactElement, useId } from "react";
import type { MassUnit } from "@/db/vocabulary";
import { readTypedNumber } from "@/lib/measures/typed-number";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

export type TypedWeight = { typed: string; unit: MassUnit };

const unitNames: Record<MassUnit, string> = { lb: "lb", oz: "oz", kg: "kg", g: "g", box: "boxes" };
const scales = ["lb", "oz", "kg", "g"] as const;

type WeightFieldProps = {
  label: string;
  value: TypedWeight;
  onChange: (value: TypedWeight) => void;
  /** Offers boxes, for a lot whose box has a weight. */
  hasBoxes?: boolean;
  error?: string | null;
  hint?: ReactElement | string | null;
  isAutoFocused?: boolean;
  isLarge?: boolean;
};

/** A weight in whatever it is read off: the scale's own unit, or boxes and halves of them. */
export function WeightField(props: WeightFieldProps) {
  const { label, value, onChange, hasBoxes, error, hint, isAutoFocused, isLarge } = props;
  const id = useId();
  const height = isLarge ? "[&_input]:h-12 [&_input]:text-lg [&_select]:h-12" : "";
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className={`flex gap-2 ${height}`}>
        <span className="min-w-0 flex-1">
          <Input
            id={id}
            value={value.typed}
            inputMode="decimal"
            autoComplete="off"
            autoFocus={isAutoFocused}
            onFocus={(event) => event.target.select()}
            onChange={(event) => onChange({ ...value, typed: event.target.value })}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            className={isLarge ? "h-12 text-lg" : undefined}
          />
        </span>
        <Select
          aria-label={`Unit of ${label.toLowerCase()}`}
          value={value.unit}
          onChange={(event) => onChange({ ...value, unit: event.target.value as MassUnit })}
          className="w-24 shrink-0"
        >
          {[...scales, ...(hasBoxes ? (["box"] as const) : [])].map((unit) => (
            <option key={unit} value={unit}>
              {unitNames[unit]}
            </option>
          ))}
        </Select>
      </div>
      {error && (
        <p id={`${id}-error`} className="text-xs text-late-ink">
          {error}
        </p>
      )}
      {hint && <p className="text-xs text-ink-faint">{hint}</p>}
    </div>
  );
}

/** The number of a typed weight; null while it is none. */
export function readWeight({ typed }: TypedWeight, locale: string): number | null {
  const number = readTypedNumber(typed, locale);
  return typeof number === "number" && number >= 0 ? number : null;
}
