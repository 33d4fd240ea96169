/** What may be left out of a copy where only a superuser could restore it. */
export const omissions = ['publications', 'event-triggers'] as const;
export type Omission = (typeof omissions)[number];
