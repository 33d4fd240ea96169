/** What people are notified of during a climb. */
export const noticeKinds = ['approval', 'failed', 'complete', 'rolled-back'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface Notice {
  readonly kind: NoticeKind;
  readonly system: string;
  readonly hop: string;
  /** One line. */
  readonly title: string;
  /** Sentences: what it means, and what to do. */
  readonly text: string;
  /** The page of the run. */
  readonly url?: string;
}

/** Shortens a text to a limit, and says so. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}
