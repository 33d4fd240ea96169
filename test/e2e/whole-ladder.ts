/**
 * CI climbs only those hops of some examples' ladders that cover all cases; `npm run test:ladder` climbs the whole ladders.
 * CONTRIBUTING says when that is done.
 */
export const isWholeLadder = process.env.LADDER === 'whole';
