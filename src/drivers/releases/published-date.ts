const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Whether a text is a date, or a time with its zone, in ISO 8601, that exists in the calendar. */
export function isPublishedDate(text: string): boolean {
  if (!pattern.test(text) || Number.isNaN(Date.parse(text))) return false;
  // `Date.parse` takes 31 April for 1 May.
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
}

/** The date for a release, as a part of it; nothing if the source's text is not clearly a date. */
export function publishedAt(text: unknown): { readonly publishedAt?: string } {
  return typeof text === 'string' && isPublishedDate(text) ? { publishedAt: text } : {};
}
