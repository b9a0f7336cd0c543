"use client";
import type { Measure } from "@/db/vocabulary";
import { Tile } from "./tile";
import type { TileFace } from "./tile-face";

type TilesProps = { faces: TileFace[]; opened: Measure | null; query: string; before: string };

const groups: readonly { name: string; of: readonly Measure[] }[] = [
  { name: "Money", of: ["booked", "delivered", "powder", "stock"] },
  { name: "Work done", of: ["jobs", "area", "onTime", "turnaround"] },
  { name: "Work open", of: ["open", "overdue", "waiting"] },
];

/**
 * The numbers as tiles. They are a client's component although they do nothing there: what a server component draws is sent
 * twice, as HTML and as elements, and to draw it twice was most of what a dashboard cost.
 */
export function Tiles({ faces, opened, query, before }: TilesProps) {
  const href = (show: Measure | null) => {
    const params = new URLSearchParams(query);
    if (show) params.set("show", show);
    return params.size > 0 ? `/dashboard?${params}` : "/dashboard";
  };
  return groups.map(({ name, of }) => {
    const shown = faces.filter(({ measure }) => of.includes(measure));
    if (shown.length === 0) return null;
    return (
      <section key={name} aria-label={name} className="mb-4 print:mb-2">
        <h2 className="mb-1.5 text-xs font-semibold text-ink-muted">{name}</h2>
        <div className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4 print:grid-cols-4 print:gap-2">
          {shown.map((face) => {
            const isOpen = face.measure === opened;
            return (
              <Tile
                key={face.measure}
                face={face}
                before={before}
                isOpen={isOpen}
                href={href(isOpen ? null : face.measure)}
              />
            );
          })}
        </div>
      </section>
    );
  });
}
