import type { CoatRole, Gloss, Texture } from "@/db/vocabulary";
import { sumOfNeeds } from "./powder-need";

/** One coat of a job with the powder it takes. Masses in milligrams; `costCents` is absent for who may not see prices. */
export type JobCoat = {
  id: string;
  part: string;
  role: CoatRole;
  code: string;
  name: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture | null;
  /** Null for a coat known by a standard's number or by words alone. */
  powderId: string | null;
  /** What to weigh out; null without an area or a specific gravity, which `lacks` names. */
  needMg: number | null;
  lacks: ("area" | "gravity")[];
  /** The film and transfer efficiency it is reckoned at. */
  filmUm: number | null;
  transferPercent: number | null;
  drawnMg: number;
  costCents?: number | null;
  /** What fit lots of its powder hold. */
  heldMg: number;
  isShort: boolean;
};

/** Powder that a job has out of a lot, for a coat or for the job as a whole. */
export type JobDraw = {
  lotId: string;
  coatId: string | null;
  lot: string;
  powderId: string;
  powder: string;
  /** What a full box of the lot weighs. */
  boxMg: number | null;
  drawnMg: number;
  returnedMg: number;
  costCents?: number | null;
};

export type JobPowder = { coats: JobCoat[]; draws: JobDraw[] };

/** Coats of a job that are sprayed alike, whatever part they are on: one line at the scale. */
export type CoatGroup = {
  /** The first of them, which says how all look. */
  coat: JobCoat;
  coats: JobCoat[];
  /** What is known of what they need, and whether it is all. */
  needMg: number | null;
  isNeedWhole: boolean;
  draws: JobDraw[];
};

/**
 * The coats of a job by powder and layer, each with what was drawn for it: for one of its coats, or, by its powder, for
 * the job as a whole. What was drawn for no group is left over.
 */
export function groupCoats({ coats, draws }: JobPowder): { groups: CoatGroup[]; rest: JobDraw[] } {
  const alike = Map.groupBy(coats, ({ role, powderId, code, name }) =>
    JSON.stringify([role, powderId, powderId ? "" : code, powderId ? "" : name]),
  );
  const taken = new Set<JobDraw>();
  const take = (mine: (draw: JobDraw) => boolean) => {
    const found = draws.filter((draw) => !taken.has(draw) && mine(draw));
    for (const draw of found) taken.add(draw);
    return found;
  };
  const sorted = [...alike.values()].flatMap((group) => (group[0] ? [{ coat: group[0], coats: group }] : []));
  const byCoat = sorted.map((group) => ({
    ...group,
    draws: take((draw) => group.coats.some((coat) => coat.id === draw.coatId)),
  }));
  const groups = byCoat.map((group) => ({
    ...group,
    draws: [...group.draws, ...take((draw) => draw.coatId === null && draw.powderId === group.coat.powderId)],
    needMg: sumOfNeeds(group.coats.map((coat) => coat.needMg)),
    isNeedWhole: group.coats.every((coat) => coat.needMg !== null),
  }));
  return { groups, rest: draws.filter((draw) => !taken.has(draw)) };
}

/** What a group still has to draw by its estimate; nothing below nothing. */
export const leftToDrawMg = ({ needMg, draws }: CoatGroup): number =>
  Math.max(0, (needMg ?? 0) - draws.reduce((sum, draw) => sum + outMg(draw), 0));

/** What a job has out of a lot: drawn less returned. */
export const outMg = ({ drawnMg, returnedMg }: JobDraw) => drawnMg - returnedMg;
