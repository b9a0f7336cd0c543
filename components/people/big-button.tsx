import type { ButtonHTMLAttributes } from "react";

type BigButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  isBusy?: boolean;
  tone?: "accent" | "plain";
};

const tones = {
  accent: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-line-strong bg-surface hover:bg-hover",
};

export function BigButton({ isBusy, tone = "accent", children, ...button }: BigButtonProps) {
  return (
    <button
      type="submit"
      {...button}
      disabled={isBusy || button.disabled}
      aria-busy={isBusy}
      className={`h-11 w-full rounded-sm px-4 font-semibold disabled:opacity-60 ${tones[tone]}`}
    >
      {children}
    </button>
  );
}
