import { SystemFailure, UserError } from '../../src/core/messages/errors.ts';

/** Something that reads what others wrote. */
export interface Target {
  readonly name: string;
  /** Valid texts, each of another shape. */
  readonly seeds: readonly [string, ...string[]];
  /** Reads a text. Throws what the reader throws, and an error of its own if the answer itself is wrong. */
  read(text: string): unknown;
  /** What takes longer than this each time is slow. Default: `slowMilliseconds`. */
  readonly slowMilliseconds?: number;
}

export interface Finding {
  readonly kind: 'defect' | 'slow';
  readonly what: string;
}

export const slowMilliseconds = 1000;

/** Reads a case: whether that ended as the user's mistake or the system's failure at worst, and quickly. */
export async function findingIn(target: Target, text: string): Promise<Finding | undefined> {
  const limit = target.slowMilliseconds ?? slowMilliseconds;
  let took = await measured(target, text);
  if (took.defect !== undefined) return { kind: 'defect', what: took.defect };
  // The machine is shared, and garbage is collected at any time: slow is what is slow each time.
  for (let look = 0; look < 3 && took.milliseconds > limit; look++) took = await measured(target, text);
  return took.milliseconds > limit
    ? { kind: 'slow', what: `${Math.round(took.milliseconds)} ms of the processor` }
    : undefined;
}

async function measured(target: Target, text: string): Promise<{ milliseconds: number; defect?: string }> {
  // Of this thread alone: compilers and collectors work beside it.
  const before = process.threadCpuUsage();
  const defect = await defectIn(target, text);
  const { user, system } = process.threadCpuUsage(before);
  return { milliseconds: (user + system) / 1000, ...(defect === undefined ? {} : { defect }) };
}

async function defectIn(target: Target, text: string): Promise<string | undefined> {
  try {
    await target.read(text);
    return undefined;
  } catch (error) {
    if (error instanceof UserError || error instanceof SystemFailure) {
      const { happened, means, next } = error.detail;
      return [happened, means, next].every((part) => part.trim() !== '') ? undefined : 'a message without its parts';
    }
    if (!(error instanceof Error)) return String(error);
    return `${error.name}: ${error.message.slice(0, 200)}\n${error.stack?.split('\n').slice(1, 6).join('\n') ?? ''}`;
  }
}

/** A shorter text in which the same is found: whole lines are left out first, then ever smaller pieces. */
export async function smallest(target: Target, text: string, found: Finding, milliseconds = 15_000): Promise<string> {
  const first = (finding: Finding): string => (finding.kind === 'slow' ? '' : (finding.what.split('\n')[0] ?? ''));
  const same = async (shorter: string): Promise<boolean> => {
    const other = await findingIn(target, shorter);
    return other?.kind === found.kind && first(other) === first(found);
  };
  let best = text;
  // What is slow once is slow in most of its parts: looking for the shortest would take hours.
  if (found.kind === 'slow') return text;
  const until = performance.now() + milliseconds;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && performance.now() < until; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      if (await same(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
