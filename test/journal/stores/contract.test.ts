import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import type { Entry } from '../../../src/core/model/event.ts';
import type { Journal } from '../../../src/journal/journal.ts';
import { fixturesIn, requireOwnKind } from '../../support/contract-fixtures.ts';
import { checked, completed, deployed, runOf } from '../fixtures.ts';
import { type JournalPlace, type MakeJournalFixture, openJournal } from './fixture.ts';

/** What every store of the journal must do, faults included. */

function journalAt(place: JournalPlace, system = 'records', run = 'reader'): Journal {
  return openJournal(place, { system, run: runOf(run) });
}

function writerProcess(place: JournalPlace, writer: string, count: number): ChildProcessByStdio<null, Readable, null> {
  const program = join(import.meta.dirname, 'append-many.ts');
  const args = [program, JSON.stringify(place), writer, String(count)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

function said(entries: readonly Entry[], writer: string): string[] {
  return entries.flatMap(({ event }) =>
    event.type === 'completed' && event.hop.id.startsWith(`${writer}-`) ? [event.hop.id] : [],
  );
}

for (const { kind, make, skip } of await fixturesIn<MakeJournalFixture>(import.meta.dirname)) {
  test(`${kind}: a journal that does not exist yet is empty, and what is appended is there for everyone`, {
    skip,
  }, async (t) => {
    const { place } = await make(t);
    requireOwnKind(kind, place.settings);
    const journal = journalAt(place);
    assert.deepEqual(await journal.read(), []);
    const entries = [await journal.append(checked), await journal.append(deployed)];
    assert.deepEqual(
      entries.map(({ sequence }) => sequence),
      [1, 2],
    );
    assert.deepEqual(await journalAt(place).read(), entries);
    assert.deepEqual(await journalAt(place, 'billing').read(), [], 'another system has a journal of its own');
  });

  test(`${kind}: concurrent appends of one object are recorded in order`, { skip }, async (t) => {
    const { place } = await make(t);
    const journal = journalAt(place);
    const entries = await Promise.all([journal.append(checked), journal.append(deployed), journal.append(completed)]);
    assert.deepEqual(await journal.read(), entries);
  });

  test(`${kind}: processes that append at the same time lose nothing, and each keeps its order`, {
    skip,
  }, async (t) => {
    const { place } = await make(t);
    const writers = ['a', 'b'];
    const printed = await Promise.all(writers.map((writer) => text(writerProcess(place, writer, 8).stdout)));
    for (const lines of printed) assert.equal(lines.trim().split('\n').length, 8);
    const entries = await journalAt(place).read();
    assert.equal(entries.length, 16);
    for (const writer of writers)
      assert.deepEqual(
        said(entries, writer),
        Array.from({ length: 8 }, (_, index) => `${writer}-${index + 1}`),
      );
  });

  test(`${kind}: a killed writer leaves a complete journal with everything that was acknowledged`, {
    skip,
  }, async (t) => {
    const { place } = await make(t);
    for (const round of [1, 2, 3]) {
      const writer = writerProcess(place, `w${round}`, 1000);
      let acknowledged = '';
      writer.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        acknowledged += chunk;
      });
      await once(writer.stdout, 'data');
      writer.kill('SIGKILL');
      await once(writer, 'close');
      const count = acknowledged.split('\n').length - 1;
      const kept = said(await journalAt(place).read(), `w${round}`).length;
      assert.ok(kept === count || kept === count + 1, `${count} acknowledged, ${kept} kept`);
    }
    assert.equal((await journalAt(place).append(completed)).event.type, 'completed');
  });

  test(`${kind}: a reader notices that an entry it has seen is gone, and adds nothing`, { skip }, async (t) => {
    const { place, removeNewest } = await make(t);
    const journal = journalAt(place);
    await journal.append(checked);
    await journal.append(completed);
    await removeNewest();
    await assert.rejects(
      journal.append(deployed),
      (error) => error instanceof SystemFailure && /went backwards/.test(error.message),
    );
    assert.equal((await journalAt(place).read()).length, 1);
  });

  test(`${kind}: out of reach, it is not read as empty and nothing is reported as recorded`, { skip }, async (t) => {
    const { place, makeUnreachable } = await make(t);
    await journalAt(place).append(checked);
    await makeUnreachable();
    for (const ask of [() => journalAt(place).read(), () => journalAt(place).append(completed)])
      await assert.rejects(ask, (error) => error instanceof SystemFailure && error.detail.next !== '');
  });
}
