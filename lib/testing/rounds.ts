/** Whether the large figures run: `npm run soak` sets it. */
export const isSoak = Boolean(process.env.COATYARD_SOAK);

/** How often a check is made: the full figure in a soak, a twentieth of it otherwise, or more where that is cheap. */
export const rounds = (full: number, everyday = Math.ceil(full / 20)): number => (isSoak ? full : everyday);

/** How often a property is tried. */
export const propertyRuns = { numRuns: rounds(10_000) };
