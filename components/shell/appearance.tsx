"use client";
import { useId } from "react";
import { appearances, type Appearance as Choice, wearAppearance } from "./wear-appearance";

const names: Record<Choice, string> = { system: "System", light: "Light", dark: "Dark" };

/** Light, dark, or as the device says; remembered on this device. */
export function Appearance({ now }: { now: Choice }) {
  const name = useId();
  return (
    <fieldset className="px-2 py-1.5">
      <legend className="float-left text-xs leading-7 text-ink-muted">Appearance</legend>
      <div className="float-right flex rounded-sm bg-press p-0.5 text-xs">
        {appearances.map((one) => (
          <label
            key={one}
            className="relative rounded-[4px] px-2 leading-6 has-checked:bg-raised has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
          >
            <input
              type="radio"
              name={name}
              value={one}
              defaultChecked={one === now}
              onChange={() => wearAppearance(one)}
              className="absolute inset-0 appearance-none outline-none"
            />
            {names[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
