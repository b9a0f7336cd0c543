import type { CoatRole, Gloss, Texture } from "@/db/vocabulary";

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
  powder: string;
  drawnMg: number;
  returnedMg: number;
  costCents?: number | null;
};

export type JobPowder = { coats: JobCoat[]; draws: JobDraw[] };

/** What a job has out of a lot: drawn less returned. */
export const outMg = ({ drawnMg, returnedMg }: JobDraw) => drawnMg - returnedMg;
