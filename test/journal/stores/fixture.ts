import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Journal, JournalIdentity } from '../../../src/journal/journal.ts';
import { journalStore } from '../../../src/journal/stores/registry.ts';
import { type Clock, systemClock } from '../../../src/world/clock.ts';
import { silentLog } from '../../../src/world/log.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { variablesFrom } from '../../../src/world/variables.ts';
import { penWithoutSecrets } from '../../support/pen.ts';

/** Where a journal is: plain data, so that another process can open the same. */
export interface JournalPlace {
  /** As `journal.store` has them. */
  readonly settings: object;
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** It asks a server. */
  readonly network?: boolean;
}

/** What a kind of journal store provides for the contract test: a place of its own, and how it goes wrong there. */
export interface JournalFixture {
  readonly place: JournalPlace;
  /** Removes the newest entry of the system "records", behind the journal's back. */
  removeNewest(): Promise<void>;
  /** From now on nothing can be read or written. */
  makeUnreachable(): Promise<void>;
}

export type MakeJournalFixture = (test: TestContext) => Promise<JournalFixture>;

/** Sleeping is shortened, so that retries do not slow the tests. */
const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => systemClock.sleep(milliseconds / 20) };

export function openJournal(
  { settings, environment, directory, network }: JournalPlace,
  identity: JournalIdentity,
): Journal {
  const effects = {
    clock,
    processes: systemProcesses,
    fetch: network === true ? globalThis.fetch : () => assert.fail('the journal asked the network by itself'),
    log: silentLog,
    variables: variablesFrom(environment, () => undefined),
    ...penWithoutSecrets(),
    environment,
    directory,
    signal: new AbortController().signal,
  };
  return journalStore.parse(settings).open({ effects, where: 'journal.store', placeholders: {} })(identity);
}
