/** The place among a column's other cards that a line drawn between all its cards means; `at` is where the lifted card is there, or -1. */
export const placeOfLine = (line: number, at: number): number => (at >= 0 && line > at ? line - 1 : line);

/** Where the line goes among all the column's cards for a place among the others; `at` is where the lifted card is there, or -1. */
export const lineOfPlace = (place: number, at: number): number => (at >= 0 && place > at ? place + 1 : place);
