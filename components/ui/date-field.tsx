"use client";
import type { ComponentProps } from "react";
import { useRef } from "react";
import { addDays } from "@/lib/measures/days";
import { Input } from "./input";

type DateFieldProps = Omit<ComponentProps<"input">, "type" | "onChange" | "prefix"> & {
  /** The shop's own day, "2026-03-09": shortcuts count from it. */
  today?: string;
  onChange?: (day: string) => void;
  /** Days from today that are one press away. */
  shortcuts?: readonly { label: string; days: number }[];
};

const usual = [
  { label: "Today", days: 0 },
  { label: "Tomorrow", days: 1 },
  { label: "In a week", days: 7 },
  { label: "In 2 weeks", days: 14 },
];

/** A day, picked in the device's own calendar or by a shortcut. */
export function DateField({ today, onChange, shortcuts = usual, className, ...rest }: DateFieldProps) {
  const field = useRef<HTMLSpanElement>(null);
  const choose = (days: number) => {
    const input = field.current?.querySelector("input");
    if (!input || !today) return;
    const day = addDays(today, days);
    if (rest.value === undefined) input.value = day;
    onChange?.(day);
  };
  return (
    <span ref={field} className={className}>
      <Input {...rest} type="date" onChange={onChange && ((event) => onChange(event.target.value))} />
      {today && (
        <span className="mt-1 flex flex-wrap gap-1">
          {shortcuts.map(({ label, days }) => (
            <button
              key={label}
              type="button"
              onClick={() => choose(days)}
              className="min-h-6 rounded-sm px-1.5 text-xs text-ink-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-9 pointer-coarse:px-2.5"
            >
              {label}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
