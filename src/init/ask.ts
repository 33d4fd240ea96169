import type { AnswerCheck } from './questions.ts';

export interface TextQuestion {
  readonly flag: string;
  /** The value of the flag. */
  readonly given: string | undefined;
  /** What is proposed, and used if nobody can be asked. */
  readonly usual?: string | undefined;
  readonly message: string;
  readonly check?: AnswerCheck;
}

/** From the flag, otherwise asked of a person, otherwise the default. Empty for what is missing, which is noted. */
export type AskText = (question: TextQuestion) => Promise<string>;
