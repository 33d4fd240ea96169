/** What a path is planned for: to look at it, to climb it on staging alone, or to climb it. */
export const operations = ['plan', 'rehearse', 'climb'] as const;
export type Operation = (typeof operations)[number];
