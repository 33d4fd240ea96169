import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { HopReference, JournalEvent, RunIdentity } from '../../src/core/model/event.ts';
import { encodeEntry, type StoredFile, sha256 } from '../../src/journal/chain.ts';
import type { Clock } from '../../src/world/clock.ts';

export const hop: HopReference = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'd'.repeat(64) };

export function runOf(id: string, attempt = 1): RunIdentity {
  return { kind: 'github', id, attempt, actor: 'engineer' };
}

export const checked = {
  type: 'checked',
  hop,
  environment: 'production',
  version: '1.0.2',
} as const satisfies JournalEvent;
export const completed = { type: 'completed', hop } as const satisfies JournalEvent;
export const deployed = {
  type: 'deployed',
  hop,
  environment: 'staging',
  release: 'to',
  version: '1.1.4',
  deferred: false,
  milliseconds: 125_000,
} as const satisfies JournalEvent;

/** Stands still until it is moved; sleeping moves it. */
export function clockAt(start: string): Clock & { move(milliseconds: number): void } {
  let now = Date.parse(start);
  const move = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { now: () => new Date(now), move, sleep: async (milliseconds) => move(milliseconds) };
}

/** The stored files of a journal with these events, one a minute. */
export function storedChain(events: readonly JournalEvent[], system = 'records'): StoredFile[] {
  const files: StoredFile[] = [];
  for (const [index, event] of events.entries()) {
    const before = files.at(-1);
    const previous = before ? sha256(before.content) : '';
    const at = new Date(Date.UTC(2026, 0, 1, 2, index)).toISOString();
    files.push(encodeEntry({ format: 1, sequence: index + 1, previous, at, system, run: runOf('1'), event }));
  }
  return files;
}

export async function temporaryFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
