import type { ReactNode } from "react";

type ComboboxRowProps = {
  id: string;
  isActive: boolean;
  onPoint: () => void;
  onTake: () => void;
  children: ReactNode;
};

/** One line of a combobox's list. Focus stays in the field; the keys are handled there. */
export function ComboboxRow({ id, isActive, onPoint, onTake, children }: ComboboxRowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      ref={isActive ? scrollIntoList : undefined}
      onPointerMove={onPoint}
      onClick={onTake}
      className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 aria-selected:bg-press pointer-coarse:min-h-11"
    >
      {children}
    </div>
  );
}

const scrollIntoList = (row: HTMLElement | null) => row?.scrollIntoView({ block: "nearest" });
