import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** The arguments of every process that is started on this machine while `work` runs, each once: what any user of it could read. */
export async function commandLinesDuring(work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  // There may be hundreds, and reading them again and again takes more of the processor than the work.
  let before: ReadonlySet<string> = new Set(processes());
  let isOver = false;
  const ended = work().finally(() => {
    isOver = true;
  });
  ended.catch(() => undefined);
  while (!isOver) {
    const running = processes();
    // A number that was free meanwhile is another process.
    before = new Set(running.filter((id) => before.has(id)));
    for (const id of running) {
      if (before.has(id)) continue;
      try {
        seen.add(readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '));
      } catch {
        // It has ended meanwhile.
      }
    }
    await delay(10);
  }
  await ended;
  return seen;
}

function processes(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}
