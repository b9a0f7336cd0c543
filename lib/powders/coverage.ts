/** What a coat is reckoned at where neither it nor its powder says: 2.5 mil, sprayed to waste. */
export const usualFilmUm = 64;
export const usualTransferPercent = 60;

type Sprayed = { specificGravity: number; filmUm: number; transferPercent: number };

/** How far a kilogram goes, in m²: 1000 ÷ (specific gravity × µm) × transfer efficiency. */
export const coverageM2PerKg = ({ specificGravity, filmUm, transferPercent }: Sprayed): number =>
  (1000 / (specificGravity * filmUm)) * (transferPercent / 100);

/** What to weigh out for an area in cm², in whole milligrams: the film's own mass ÷ transfer efficiency. */
export const powderNeedMg = (
  areaCm2: number,
  { specificGravity, filmUm, transferPercent }: Sprayed,
): number => Math.round((areaCm2 * filmUm * specificGravity * 10) / transferPercent);

/** The most that a mass in milligrams coats, in cm². */
export const coversCm2 = (massMg: number, sprayed: Sprayed): number =>
  (massMg / 100) * coverageM2PerKg(sprayed);

/** As the powder says, and as usual where it does not; null without a specific gravity. */
export function sprayedAs(
  coat: { filmUm?: number | null },
  powder: { specificGravity: number | null; filmUm: number | null; transferPercent: number | null },
): Sprayed | null {
  if (powder.specificGravity === null) return null;
  return {
    specificGravity: powder.specificGravity,
    filmUm: coat.filmUm ?? powder.filmUm ?? usualFilmUm,
    transferPercent: powder.transferPercent ?? usualTransferPercent,
  };
}
