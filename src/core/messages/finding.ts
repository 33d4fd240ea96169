import type { Message } from './message.ts';

/**
 * What a preliminary check found. A warning is worth mentioning and stops nothing; what could not be checked is neither good
 * nor bad, and never counts as good.
 */
export interface Finding extends Message {
  readonly kind: 'ok' | 'problem' | 'warning' | 'cannot-tell';
  /** What was checked, in a few words: `the database of staging`. */
  readonly subject: string;
}

export function fine(subject: string, happened: string): Finding {
  return { kind: 'ok', subject, happened, means: '', next: '' };
}

export function problem(subject: string, message: Message): Finding {
  return { kind: 'problem', subject, ...message };
}

export function warning(subject: string, message: Message): Finding {
  return { kind: 'warning', subject, ...message };
}

export function cannotTell(subject: string, message: Message): Finding {
  return { kind: 'cannot-tell', subject, ...message };
}
