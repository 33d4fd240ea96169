import type { Fact } from '../../report/gate-question.ts';
import { widthOf } from './wrapped.ts';

/** What a person should know before the question, each after a label. */
export function gateText(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const width = Math.max(...facts.map(({ about }) => widthOf(about)));
  const lines = facts.map(({ about, text }) => `  ${about}${' '.repeat(width - widthOf(about))}  ${text}\n`);
  return ['Before you decide:\n', ...lines].join('');
}
