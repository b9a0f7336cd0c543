import clsx from "clsx";
import Link from "next/link";
import type { UnitSystem } from "@/db/vocabulary";
import { formatMass } from "@/lib/measures/format-mass";
import { formatDay } from "@/lib/measures/format-time";
import type { DrawableLot } from "@/lib/powders/list-drawable-lots";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import { lotMark, lotName } from "./lot-words";

type LotChoiceProps = {
  powderId: string;
  lots: readonly DrawableLot[];
  chosen: string | null;
  onChoose: (id: string) => void;
  shop: { units: UnitSystem; locale: string; today: string };
};

/** Which lot to take from, in the order to use them up; one past its day is shown and cannot be taken. */
export function LotChoice({ powderId, lots, chosen, onChoose, shop }: LotChoiceProps) {
  const { units, locale, today } = shop;
  if (lots.length === 0) {
    return (
      <Notice tone="risk" title="None on the shelf">
        <Link href={`/powders/${powderId}`} className="text-accent-ink hover:underline">
          Receive a lot of this powder
        </Link>{" "}
        first, or count one that is there.
      </Notice>
    );
  }
  return (
    <fieldset>
      <legend className="mb-1 font-medium">From</legend>
      <div className="grid gap-1.5">
        {lots.map((lot, at) => {
          const mark = lotMark(lot, today, locale);
          return (
            <label
              key={lot.id}
              className={clsx(
                "flex min-h-12 items-center gap-3 rounded-sm border px-3 py-2 has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent-ink",
                lot.isFit ? "cursor-pointer hover:bg-hover" : "text-ink-faint",
              )}
            >
              <input
                type="radio"
                name="lot"
                value={lot.id}
                checked={lot.id === chosen}
                disabled={!lot.isFit}
                onChange={() => onChoose(lot.id)}
                className="ui-radio"
              />
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-x-2">
                  <span className="font-medium">{lotName(lot.label)}</span>
                  {at === 0 && lot.isFit && lots.length > 1 && <Badge tone="done">Use first</Badge>}
                  {mark && <Badge tone={mark.tone}>{mark.words}</Badge>}
                </span>
                <span className="block text-ink-muted">
                  {[lot.location, !mark && lot.expiresOn && `through ${formatDay(lot.expiresOn, locale)}`]
                    .filter(Boolean)
                    .join(" · ")}
                  {!lot.isFit && (
                    <>
                      {lot.location && " · "}
                      <Link href={`/powders/${powderId}`} className="text-accent-ink hover:underline">
                        Retest it to use it
                      </Link>
                    </>
                  )}
                </span>
              </span>
              <span className="shrink-0 font-medium">{formatMass(lot.onHandMg, units, locale)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
