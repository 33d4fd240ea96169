import type { Invariant } from '../../test/simulation/invariant.ts';

/** What the run of a simulation shows of a guard that is gone. */
export type Shown =
  | { readonly kind: 'violation'; readonly seed: number; readonly invariant: string }
  /** A program that crashes does no harm that the guard would keep it from: the removal has broken it. */
  | { readonly kind: 'crash'; readonly seed: number }
  | { readonly kind: 'nothing' };

export const crash: Invariant = 'no defect';

/** @param stdout of scripts/simulate.ts */
export function shownBy(stdout: string): Shown {
  for (const [, seed, invariant = ''] of stdout.matchAll(/^seed (\d+) violates: (.*)$/gm)) {
    if (invariant !== crash) return { kind: 'violation', seed: Number(seed), invariant };
  }
  const [, crashed] = /^seed (\d+) violates: no defect$/m.exec(stdout) ?? [];
  return crashed === undefined ? { kind: 'nothing' } : { kind: 'crash', seed: Number(crashed) };
}

/**
 * The title of the first test that has failed; undefined where none has, as in a file that cannot be loaded.
 * @param tap what `node --test --test-reporter=tap` printed
 */
export function failedTest(tap: string): string | undefined {
  const titles = [...tap.matchAll(/^ *not ok \d+ - (.+)$/gm)].flatMap(([, title]) => title ?? []);
  return titles.find((each) => !/\.test\.ts$/.test(each));
}
