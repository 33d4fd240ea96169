const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Whether a text is a day, or a time with its zone, in ISO 8601, that the calendar has. */
export function isPublishedDate(text: string): boolean {
  if (!pattern.test(text) || Number.isNaN(Date.parse(text))) return false;
  // `Date.parse` takes 31 April for 1 May.
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
}

/** The date for a release, as a part of it; nothing when the source's text is none that is understood for sure. */
export function publishedAt(text: unknown): { readonly publishedAt?: string } {
  return typeof text === 'string' && isPublishedDate(text) ? { publishedAt: text } : {};
}
