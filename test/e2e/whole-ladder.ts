/**
 * Of the ladders of some examples CI climbs the hops that between them go every way; `npm run test:ladder` climbs them whole.
 * CONTRIBUTING says when that is done.
 */
export const isWholeLadder = process.env.LADDER === 'whole';
