import { type ReactNode, type SelectHTMLAttributes, useId } from "react";

type SelectFieldProps = SelectHTMLAttributes<HTMLSelectElement> & { label: string; children: ReactNode };

export function SelectField({ label, children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <select
        {...select}
        id={id}
        className="block h-10 w-full rounded-sm border border-line-strong bg-field px-2 text-base"
      >
        {children}
      </select>
    </div>
  );
}
