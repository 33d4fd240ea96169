import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Journal, JournalIdentity } from '../../../../src/journal/journal.ts';
import { journalStore } from '../../../../src/journal/stores/registry.ts';
import { type Clock, systemClock } from '../../../../src/world/clock.ts';
import type { Effects } from '../../../../src/world/effects/effects.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { type Processes, systemProcesses } from '../../../../src/world/processes/process.ts';
import { variablesFrom } from '../../../../src/world/variables.ts';
import { penWithoutSecrets } from '../../../support/pen.ts';
import { runOf, temporaryFolder } from '../../fixtures.ts';

export const branch = 'staged-upgrade-journal';

export interface Forge {
  /** A bare repository, as a server has it. */
  readonly remote: string;
  /** A clone of it, as actions/checkout makes one: one commit deep. */
  readonly clone: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Runs git in a folder and returns what it prints. */
  git(folder: string, ...args: string[]): string;
  hook(name: string, script: string): Promise<void>;
}

/** Effects for a clone; sleeping is cut short so that retries do not slow the tests. */
export function effectsFor(forge: Forge, processes: Processes = systemProcesses): Effects {
  const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => systemClock.sleep(milliseconds / 20) };
  return {
    clock,
    processes,
    fetch: () => assert.fail('the journal asked the network by itself'),
    log: silentLog,
    variables: variablesFrom(forge.environment, () => undefined),
    ...penWithoutSecrets(),
    environment: forge.environment,
    directory: forge.clone,
    signal: new AbortController().signal,
  };
}

export function gitJournal(
  forge: Forge,
  options: Partial<JournalIdentity> & {
    readonly settings?: object;
    readonly processes?: Processes;
    readonly signal?: AbortSignal;
  } = {},
): Journal {
  const { settings = {}, processes, signal, ...identity } = options;
  const part = journalStore.parse({ git: settings });
  const effects = { ...effectsFor(forge, processes), ...(signal ? { signal } : {}) };
  const open = part.open({ effects, where: 'journal', placeholders: {} });
  return open({ system: 'records', run: runOf('1'), ...identity });
}

export async function makeForge(test: TestContext): Promise<Forge> {
  const folder = await temporaryFolder(test);
  // Every journal removes its repository when the process ends: here there are many.
  process.setMaxListeners(0);
  const home = join(folder, 'home');
  const remote = join(folder, 'records.git');
  const clone = join(folder, 'clone');
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    RUNNER_TEMP: folder,
  };
  const git = (where: string, ...args: string[]): string =>
    execFileSync('git', args, { cwd: where, encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'ignore'] });

  await mkdir(home);
  // No name, every commit signed by a program that is not there, hooks for all repositories that refuse everything.
  await executable(join(home, 'hooks', 'pre-push'), 'exit 1');
  await writeFile(
    join(home, '.gitconfig'),
    `[commit]\n\tgpgSign = true\n[push]\n\tgpgSign = true\n[gpg]\n\tprogram = /nowhere/gpg\n[core]\n\thooksPath = ${join(home, 'hooks')}\n[user]\n\tuseConfigOnly = true\n`,
  );
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(remote, 'config', 'core.hooksPath', join(remote, 'hooks'));
  const work = join(folder, 'work');
  git(folder, 'init', '--quiet', '--initial-branch=main', work);
  for (const text of ['one', 'two']) {
    await writeFile(join(work, 'README'), text);
    git(work, 'add', 'README');
    git(work, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--no-gpg-sign', '-m', text);
  }
  git(work, 'push', '--quiet', '--no-verify', '--no-signed', remote, 'main');
  git(folder, 'clone', '--quiet', '--depth=1', `file://${remote}`, clone);
  return { remote, clone, environment, git, hook: (name, script) => executable(join(remote, 'hooks', name), script) };
}

async function executable(path: string, script: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}
