import { mutated } from './mutate.ts';
import { randomFrom } from './random.ts';
import { type Finding, findingIn, type Target } from './target.ts';

export interface Found extends Finding {
  readonly target: Target;
  /** The number of the case, by which it is found again. */
  readonly number: number;
  readonly text: string;
}

export interface Run {
  readonly seed: string;
  readonly from: number;
  readonly cases: number;
  /** Called before each case. */
  readonly onCase?: (number: number) => void;
  /** Checked before each case: no further case is tried once it is over. */
  readonly isOver?: () => boolean;
}

export function caseOf(target: Target, seed: string, number: number): string {
  return mutated(target.seeds, randomFrom(`${target.name} ${seed} ${number}`));
}

/** Tries cases until one is found that is a defect or slow. */
export async function fuzz(target: Target, run: Run): Promise<{ readonly tried: number; readonly found?: Found }> {
  let tried = 0;
  for (let number = run.from; number < run.from + run.cases && !run.isOver?.(); number++) {
    run.onCase?.(number);
    const text = caseOf(target, run.seed, number);
    const finding = await findingIn(target, text);
    tried++;
    if (finding) return { tried, found: { ...finding, target, number, text } };
  }
  return { tried };
}
