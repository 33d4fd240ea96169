import type { AnswerCheck } from './questions.ts';

export interface TextQuestion {
  readonly flag: string;
  /** What the flag says. */
  readonly given: string | undefined;
  /** What is proposed, and taken where nobody can be asked. */
  readonly usual?: string | undefined;
  readonly message: string;
  readonly check?: AnswerCheck;
}

/** From the flag, else asked of a person, else what is usual. Empty for what is missing, which is remembered. */
export type AskText = (question: TextQuestion) => Promise<string>;
