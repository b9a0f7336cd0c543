/** What a job asks of one powder: the estimate (null when unknown), what it has drawn, and what fit lots hold. */
export type PowderNeed = { needMg: number | null; drawnMg: number; heldMg: number };

/** An estimate is no weighing: who has drawn this part of it is taken to have all that the job needs. */
const enough = 0.8;

/** Whether the shelf holds less than a job still has to draw of a powder; of an unknown need, whether it is bare. */
export function isShort({ needMg, drawnMg, heldMg }: PowderNeed): boolean {
  if (needMg === null) return heldMg <= 0 && drawnMg <= 0;
  if (drawnMg >= needMg * enough) return false;
  return needMg - drawnMg > heldMg;
}

/** What a job has still to draw of a powder, as far as that is known. */
export const stillToDraw = ({ needMg, drawnMg }: PowderNeed): number =>
  needMg === null || drawnMg >= needMg * enough ? 0 : needMg - Math.max(0, drawnMg);

/** The sum of estimates, of those that are known; null when none is. */
export function sumOfNeeds(needs: readonly (number | null)[]): number | null {
  const known = needs.filter((need) => need !== null);
  return known.length > 0 ? known.reduce((sum, need) => sum + need, 0) : null;
}
