import type { Message } from '../messages/message.ts';

/**
 * What a step has to do, decided from what was observed and recorded, before anything is done. `Act` carries what the
 * act needs; each step has its own.
 */
export type Decision<Act = object> =
  | ({ readonly kind: 'act'; readonly because: string } & Act)
  /** It was done before, or the product does not need it. The step ends as skipped. */
  | {
      readonly kind: 'already-done';
      readonly because: string;
      /** The backup that it was done with, or that was taken. */
      readonly backup?: string;
    }
  | { readonly kind: 'waiting'; readonly message: Message }
  | {
      readonly kind: 'refuse';
      readonly message: Message;
      /** Writes no journal entry: the clock that would date the entry is what is wrong. */
      readonly unrecorded?: true;
    }
  | { readonly kind: 'failed'; readonly message: Message }
  /** What the decision depends on could not be observed. */
  | { readonly kind: 'unknown'; readonly message: Message };

export type Settled = Exclude<Decision<object>, { kind: 'act' }>;

export type Refusal = Extract<Settled, { kind: 'refuse' }>;

export function alreadyDone(because: string, backup?: string): Extract<Settled, { kind: 'already-done' }> {
  return { kind: 'already-done', because, ...(backup === undefined ? {} : { backup }) };
}

export function refuse(happened: string, means: string, next: string): Refusal {
  return { kind: 'refuse', message: { happened, means, next } };
}

export function waiting(happened: string, means: string, next: string): Extract<Settled, { kind: 'waiting' }> {
  return { kind: 'waiting', message: { happened, means, next } };
}

export function failed(happened: string, means: string, next: string): Extract<Settled, { kind: 'failed' }> {
  return { kind: 'failed', message: { happened, means, next } };
}

export function cannotTell(happened: string, means: string, next: string): Extract<Settled, { kind: 'unknown' }> {
  return { kind: 'unknown', message: { happened, means, next } };
}
