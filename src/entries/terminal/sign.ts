import type { Outcome } from '../../core/model/outcome.ts';
import type { Ink } from './ink.ts';

export type End = Outcome | 'stop';

const signs = {
  passed: { sign: '✔', style: 'green' },
  skipped: { sign: '-', style: 'dim' },
  waiting: { sign: '…', style: 'yellow' },
  failed: { sign: '✖', style: 'red' },
  unknown: { sign: '?', style: 'yellow' },
  refused: { sign: '⊘', style: 'red' },
  /** Of a climb that was asked to stop before the end of the path. */
  stop: { sign: '■', style: 'cyan' },
} as const satisfies Readonly<Record<End, { sign: string; style: Parameters<Ink>[0] }>>;

/** Each ending has a sign of its own: not everybody sees colours, and a file has none. */
export function signOf(end: End): string {
  return signs[end].sign;
}

/** The text with its first sign in the colour of its ending. */
export function withSignColour(ink: Ink, end: End, text: string): string {
  const { sign, style } = signs[end];
  return text.replace(sign, () => ink(style, sign));
}
