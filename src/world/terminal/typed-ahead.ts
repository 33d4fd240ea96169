import { setImmediate as nextTurn } from 'node:timers/promises';
import { LeftQuestion } from './asked.ts';

/** In raw mode Ctrl-C is a character like any other. */
const interrupt = 0x03;

/** Within a turn of the event loop all that waits at the terminal is read; reading may begin only in the next one. */
const quietTurns = 3;

/**
 * Forgets what was typed while nobody was asked: a "y" and Enter of then would answer a question that its author has not read.
 * Rejects with LeftQuestion if Ctrl-C was typed meanwhile.
 */
export async function forgetTypedAhead(): Promise<void> {
  const { stdin } = process;
  let turnsLeft = quietTurns;
  let isLeft = false;
  const forget = (typed: Buffer): void => {
    turnsLeft = quietTurns;
    isLeft ||= typed.includes(interrupt);
  };
  // What has no Enter behind it yet can be read only in raw mode.
  stdin.setRawMode(true);
  stdin.on('data', forget).resume();
  try {
    while (turnsLeft > 0) {
      turnsLeft -= 1;
      await nextTurn();
    }
  } finally {
    stdin.off('data', forget).pause();
    stdin.setRawMode(false);
  }
  if (isLeft) throw new LeftQuestion('Ctrl-C was typed before the question.');
}
