import clsx from "clsx";

export type ButtonLook = {
  /** One primary a screen; danger is for what cannot be undone. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  /** Floor is 56 px: gloves. */
  size?: "sm" | "md" | "lg" | "floor";
};

const base =
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm font-medium whitespace-nowrap select-none transition-colors active:translate-y-px not-aria-busy:aria-disabled:opacity-50 disabled:cursor-not-allowed disabled:opacity-50";

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary:
    "border border-line-strong/60 bg-raised text-ink hover:border-line-strong hover:bg-paper dark:hover:bg-press",
  quiet: "text-ink-muted hover:bg-hover hover:text-ink active:bg-press",
  danger: "border border-late-ink/40 bg-late-wash text-late-ink hover:border-late-ink",
} as const;

const sizes = {
  sm: "h-7 px-2.5 text-xs pointer-coarse:h-9",
  md: "h-8 px-3 text-sm pointer-coarse:h-11 pointer-coarse:px-4",
  lg: "h-10 px-4 text-base pointer-coarse:h-12",
  floor: "h-14 px-6 text-lg",
} as const;

const squares = {
  sm: "size-7 pointer-coarse:size-9",
  md: "size-8 pointer-coarse:size-11",
  lg: "size-10 pointer-coarse:size-12",
  floor: "size-14",
} as const;

export const buttonClass = ({ variant = "secondary", size = "md" }: ButtonLook, className?: string) =>
  clsx(base, variants[variant], sizes[size], className);

export const iconButtonClass = ({ variant = "quiet", size = "md" }: ButtonLook, className?: string) =>
  clsx(base, variants[variant], squares[size], className);
