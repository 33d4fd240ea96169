import { type AnsweringProgram, type AnswerLimits, answeringProgram } from '../../world/processes/answering-program.ts';

/** Expressions take milliseconds, starting a program takes seconds on a busy machine. Between two steps the library stops by itself after 5 s. */
const usualLimits: AnswerLimits = { milliseconds: 30_000, bytes: 16 * 1024 * 1024 };

/** Evaluates all expressions of a command. */
export function expressionProgram(limits: AnswerLimits = usualLimits): AnsweringProgram {
  return answeringProgram(new URL('./expression.program.ts', import.meta.url), limits);
}
