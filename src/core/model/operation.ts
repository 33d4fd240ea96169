/** What a path is planned for: to look at it, to climb it only on staging, or to climb it. */
export const operations = ['plan', 'rehearse', 'climb'] as const;
export type Operation = (typeof operations)[number];
