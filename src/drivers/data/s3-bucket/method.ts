/** What a backup of a bucket is. */
export const methods = ['auto', 'versions', 'copy'] as const;
export type Method = (typeof methods)[number];
