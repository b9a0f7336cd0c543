"use client";
import type { Measure } from "@/db/vocabulary";
import { Tile } from "./tile";
import type { TileFace } from "./tile-face";

type TilesProps = { faces: TileFace[]; opened: Measure | null; query: string; before: string };

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
  return (
    <div className="grid grid-cols-2 gap-2 sm:gap-3 md:grid-cols-3 xl:grid-cols-4 print:grid-cols-4 print:gap-2">
      {faces.map((face) => {
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
  );
}
