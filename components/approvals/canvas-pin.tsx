import clsx from "clsx";
import type { CommentVisibility } from "@/db/vocabulary";
import { Icon } from "../ui/icon";
import type { Spot } from "./canvas-view";

export type CanvasPin = Spot & {
  id: string;
  page: number;
  /** What stands in it: "3". */
  mark: string;
  /** Who said what, for the tip and the screen reader. */
  label: string;
  /** Who reads it, where there is more than one kind. */
  visibility?: CommentVisibility;
};

type PinProps = { pin: CanvasPin; at: Spot; isChosen: boolean; onChoose?: () => void };

/** A numbered mark on a page. What only the shop reads is square and locked, what a customer reads is round. */
export function Pin({ pin, at, isChosen, onChoose }: PinProps) {
  const isInternal = pin.visibility === "internal";
  return (
    <button
      type="button"
      data-pin={pin.id}
      data-tip={pin.label}
      aria-label={`Pin ${pin.mark}: ${pin.label}`}
      aria-pressed={isChosen}
      onClick={onChoose}
      style={{ left: at.x, top: at.y }}
      className={clsx(
        "absolute grid h-7 min-w-7 -translate-1/2 place-items-center border-2 px-1 text-xs font-semibold shadow-float before:absolute before:-inset-2",
        isInternal
          ? "rounded-sm border-dashed border-ink bg-raised text-ink"
          : pin.visibility === "customer"
            ? "rounded-full border-risk-ink bg-risk-wash text-risk-ink"
            : "rounded-full border-[#ffffff] bg-accent text-on-accent",
        isChosen ? "z-10 outline-2 outline-offset-2 outline-accent" : "hover:z-10",
      )}
    >
      <span className="flex items-center gap-0.5">
        {isInternal && <Icon name="lock" size={10} />}
        {pin.mark}
      </span>
    </button>
  );
}
