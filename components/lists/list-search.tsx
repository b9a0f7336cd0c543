import clsx from "clsx";
import { Search } from "lucide-react";
import { controlClass, controlHeight } from "../ui/control-class";

/** The field that / brings one to. */
export function ListSearch({
  placeholder,
  value,
  className,
}: {
  placeholder: string;
  value: string;
  className?: string;
}) {
  return (
    <label className={clsx("relative flex min-w-52 flex-1 items-center md:max-w-80", className)}>
      <Search size={14} className="pointer-events-none absolute left-2.5 text-ink-faint" aria-hidden />
      <span className="sr-only">{placeholder}</span>
      <input
        type="search"
        name="q"
        data-page-search
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        placeholder={placeholder}
        className={clsx(controlClass, controlHeight, "pl-8")}
      />
    </label>
  );
}
