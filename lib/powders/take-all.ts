/** Half a thousandth of a pound in milligrams: less than a scale shows. */
export const unseenMg = 226;

/** A typed weight, or all there is where a scale would not tell the two apart: so what is shown can be taken whole. */
export const orAll = (typedMg: number, thereMg: number): number =>
  thereMg > 0 && Math.abs(typedMg - thereMg) <= unseenMg ? thereMg : typedMg;
