import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { JournalEvent, RunIdentity } from '../../src/core/model/event.ts';
import { encodeEntry, type StoredFile, sha256 } from '../../src/journal/chain.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { folderOf } from '../../src/journal/stores/git/layout.ts';
import { journalStore } from '../../src/journal/stores/registry.ts';
import { systemClock } from '../../src/world/clock.ts';
import { silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { penWithoutSecrets } from '../../test/support/pen.ts';
import { processorSecondsOf } from './processor.ts';

/**
 * How long it takes to read a journal and to add to it, as it grows: "first read" is by a fresh process, "next read" by
 * the same one with nothing new, "one more entry" by a reader after somebody else has added one.
 */
const sizes = [1_000, 10_000, 100_000];
const steps = ['first read', 'next read', 'append', 'one more entry'] as const;

interface Figure {
  readonly store: string;
  readonly entries: number;
  /** Milliseconds of wall-clock time, and of processor time including git's, by step. */
  readonly took: Readonly<Record<string, { readonly wall: number; readonly processor: number }>>;
}

const system = 'records';
const run: RunIdentity = { kind: 'github', id: '1', attempt: 1, actor: 'engineer' };
const hop = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'd'.repeat(64) };
const event: JournalEvent = { type: 'checked', hop, environment: 'production', version: '1.0.2' };

export async function benchJournal(json: boolean): Promise<void> {
  const figures: Figure[] = [];
  for (const entries of sizes) {
    const files = storedEntries(entries);
    for (const store of ['git', 'folder'] as const) {
      const place = await mkdtemp(join(tmpdir(), 'staged-upgrade-bench-'));
      try {
        const open = await (store === 'git' ? gitJournalOf(place, files) : folderJournalOf(place, files));
        figures.push({ store, entries, took: await measure(open, entries) });
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    }
  }
  process.stdout.write(json ? `${JSON.stringify({ journal: figures }, null, 2)}\n` : table(figures));
}

async function measure(open: () => Journal, entries: number): Promise<Figure['took']> {
  const reader = open();
  const writer = open();
  await writer.read();
  const took: Record<string, { wall: number; processor: number }> = {};
  const time = async (step: (typeof steps)[number], work: () => Promise<unknown>): Promise<void> => {
    const [wall, processor] = [performance.now(), processorMilliseconds()];
    await work();
    took[step] = { wall: performance.now() - wall, processor: processorMilliseconds() - processor };
  };
  const read = async (expected: number): Promise<void> => {
    const found = (await reader.read()).length;
    if (found !== expected) throw new Error(`${found} entries were read, ${expected} were written`);
  };
  await time('first read', () => read(entries));
  await time('next read', () => read(entries));
  await time('append', () => reader.append(event));
  await writer.append(event);
  await time('one more entry', () => read(entries + 2));
  return took;
}

function storedEntries(count: number): StoredFile[] {
  const files: StoredFile[] = [];
  let previous = '';
  for (let sequence = 1; sequence <= count; sequence++) {
    const at = new Date(Date.UTC(2026, 0, 1) + sequence * 60_000).toISOString();
    const file = encodeEntry({ format: 1, sequence, previous, at, system, run, event });
    previous = sha256(file.content);
    files.push(file);
  }
  return files;
}

async function folderJournalOf(place: string, files: readonly StoredFile[]): Promise<() => Journal> {
  const folder = join(place, 'journal', system);
  await mkdir(folder, { recursive: true });
  for (const { name, content } of files) await writeFile(join(folder, name), content);
  return opener(place, { folder: { path: join(place, 'journal') } });
}

async function gitJournalOf(place: string, files: readonly StoredFile[]): Promise<() => Journal> {
  const [remote, clone] = [join(place, 'remote.git'), join(place, 'clone')];
  git(place, ['init', '--quiet', '--bare', remote]);
  git(place, ['init', '--quiet', clone]);
  git(clone, ['remote', 'add', 'origin', `file://${remote}`]);
  const stream: Buffer[] = [];
  for (let from = 0; from < files.length; from += 1000) {
    stream.push(Buffer.from('commit refs/heads/staged-upgrade-journal\n'));
    stream.push(
      Buffer.from(`committer Staged Upgrade <journal@example.com> ${1_767_225_600 + from} +0000\ndata 1\n.\n`),
    );
    if (from === 0) stream.push(...inline('staged-upgrade-journal.md', Buffer.from('The journal.\n')));
    for (const { name, content } of files.slice(from, from + 1000)) {
      stream.push(...inline(`${system}/${folderOf(name)}/${name}`, content));
    }
  }
  git(remote, ['fast-import', '--quiet'], Buffer.concat(stream));
  return opener(clone, { git: {} });
}

function inline(path: string, content: Uint8Array): Buffer[] {
  return [Buffer.from(`M 100644 inline ${path}\ndata ${content.length}\n`), Buffer.from(content), Buffer.from('\n')];
}

function git(folder: string, args: readonly string[], input?: Uint8Array): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, ...(input ? { input } : {}) });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}

function opener(directory: string, settings: object): () => Journal {
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const effects = {
    clock: systemClock,
    processes: systemProcesses,
    fetch: globalThis.fetch,
    log: silentLog,
    variables: variablesFrom(environment, () => undefined),
    ...penWithoutSecrets(),
    environment,
    directory,
    signal: new AbortController().signal,
  };
  return () => journalStore.parse(settings).open({ effects, where: 'journal', placeholders: {} })({ system, run });
}

/** Of this process and its children that have ended; if the machine does not say, of this process alone. */
function processorMilliseconds(): number {
  const { user, system: kernel } = process.cpuUsage();
  return processorSecondsOf('self') * 1000 || (user + kernel) / 1000;
}

function table(figures: readonly Figure[]): string {
  const row = (cells: readonly string[]): string => `${cells.map((cell) => cell.padStart(20)).join('')}\n`;
  const lines = figures.map(({ store, entries, took }) =>
    row([
      store,
      String(entries),
      ...steps.map((step) => `${took[step]?.wall.toFixed(0)} (${took[step]?.processor.toFixed(0)})`),
    ]),
  );
  return `Milliseconds, and in brackets those of the processor:\n${row(['journal', 'entries', ...steps])}${lines.join('')}`;
}
