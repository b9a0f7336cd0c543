import clsx from "clsx";
import type { IconName } from "./icon-names";
import sprite from "./icons.svg";

type IconProps = { name: IconName; size?: number; className?: string; label?: string };

/**
 * A drawing from the one sheet that every page shares: to draw it line by line costs the server six times as much.
 * Without a label it says nothing: words stand beside it or name what holds it.
 */
export function Icon({ name, size = 24, className, label }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={clsx("icon", className)}
    >
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
