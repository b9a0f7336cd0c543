import clsx from "clsx";
import { Icon } from "../ui/icon";

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
      <Icon name="search" size={14} className="pointer-events-none absolute left-2.5 text-ink-faint" />
      <span className="sr-only">{placeholder}</span>
      <input
        type="search"
        name="q"
        data-page-search
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        placeholder={placeholder}
        className="ui-control ui-line pl-8"
      />
    </label>
  );
}
