/** The look of everything one types into. 16 px under a finger, so that a phone does not zoom. */
export const controlClass =
  "w-full min-w-0 rounded-sm border border-line-strong bg-field px-2.5 text-sm text-ink transition-colors pointer-coarse:text-base hover:border-ink-faint focus-visible:border-accent-ink focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-late aria-invalid:outline-late disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint";

export const controlHeight = "h-8 pointer-coarse:h-11";
