import { countText, durationText, elapsedText } from './quantities.ts';

/** `validated 12 of 30 min`. Milliseconds. */
export function validationProgress(elapsed: number, total: number): string {
  return `validated ${elapsedText(Math.min(elapsed, total), total)}`;
}

/** `validated for 30 min 0 s in 61 rounds`; empty if the tests ran once. */
export function validationText(milliseconds: number | undefined, rounds: number | undefined): string {
  if (milliseconds === undefined || rounds === undefined) return '';
  return `validated for ${durationText(milliseconds)} in ${countText(rounds, 'round')}`;
}
