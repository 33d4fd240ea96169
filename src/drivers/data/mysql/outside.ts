/** What a copy does by itself: its events. */
export const outsideSettings = ['cut', 'keep'] as const;
export type OutsideSetting = (typeof outsideSettings)[number];
