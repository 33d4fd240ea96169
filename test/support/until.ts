import { setTimeout as pause } from 'node:timers/promises';

/** Only against hanging: how long something takes on a busy machine says nothing about what is tested. */
const limitMilliseconds = 600_000;

/** Waits until it is so. An exception ends the wait: what was waited for cannot come any more. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  pauseMilliseconds = 50,
): Promise<void> {
  const end = Date.now() + limitMilliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never came true that ${what}.`);
    await pause(pauseMilliseconds);
  }
}

/** The same, said by its own text. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await until(String(isSo), isSo, 20);
}
