/** What may be left out of a copy if only a superuser could restore it. */
export const omissions = ['publications', 'event-triggers'] as const;
export type Omission = (typeof omissions)[number];

/** What the server calls one of them. */
export const kindOf: Readonly<Record<Omission, string>> = {
  publications: 'publication',
  'event-triggers': 'event trigger',
};
