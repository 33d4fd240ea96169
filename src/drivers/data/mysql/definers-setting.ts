/** Who owns objects with an owner (views, routines, triggers, events) after a restore. */
export const definersSettings = ['auto', 'keep', 'ignore'] as const;
export type DefinersSetting = (typeof definersSettings)[number];
