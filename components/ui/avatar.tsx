import clsx from "clsx";
import { initialsOf } from "./initials";

type AvatarProps = { name: string; size?: "sm" | "md" | "lg"; isNamed?: boolean; className?: string };

const sizes = {
  sm: "size-[22px] text-[10px]",
  md: "size-7 text-xs",
  lg: "size-10 text-sm",
};

/** A person's initials in a ring of paper. */
export function Avatar({ name, size = "md", isNamed = false, className }: AvatarProps) {
  return (
    <span
      {...(isNamed ? { "aria-hidden": true } : { role: "img", "aria-label": name, "data-tip": name })}
      className={clsx(
        "grid shrink-0 place-items-center rounded-full border border-line bg-sunken font-semibold dark:bg-raised text-ink-muted select-none",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

type AvatarStackProps = { names: readonly string[]; most?: number; size?: "sm" | "md" };

/** Several people, overlapping; those beyond the first few are counted. */
export function AvatarStack({ names, most = 3, size = "sm" }: AvatarStackProps) {
  if (names.length === 0) return null;
  const rest = names.length - most;
  const all = names.join(", ");
  return (
    <span
      role="img"
      aria-label={all}
      data-tip={all}
      className="inline-flex items-center -space-x-0.5 align-middle"
    >
      {names.slice(0, most).map((name) => (
        <Avatar key={name} name={name} size={size} isNamed />
      ))}
      {rest > 0 && <span className="pl-2 text-xs text-ink-faint">+{rest}</span>}
    </span>
  );
}
