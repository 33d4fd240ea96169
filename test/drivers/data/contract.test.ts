import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { compareFingerprints, type FingerprintComparison } from '../../../src/core/decisions/fingerprint.ts';
import { compareIdentities } from '../../../src/core/decisions/identity.ts';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import type { Fingerprint, TakenFingerprint } from '../../../src/core/model/fingerprint.ts';
import type { BackupTaken, DataStore } from '../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../src/world/log.ts';
import { fixturesIn, requireOwnKind } from '../../support/contract-fixtures.ts';
import { mark, markOf, mayReplace } from '../../support/marking.ts';
import type { DataFixture, MakeDataFixture } from './fixture.ts';

/** What every kind of data must do, faults included. */

/** In every record; in no message. */
const value = 'Ada Lovelace 1815';

interface World extends DataFixture {
  store(name: string): DataStore;
  folder(name: string): Promise<string>;
  /** A store with records, and its backup. */
  backedUp(name: string): Promise<{ readonly taken: BackupTaken; readonly directory: string }>;
}

function worldOf(fixture: DataFixture, above: string): World {
  const { effects } = fixture;
  const store = (name: string): DataStore =>
    dataStore.parse(fixture.settings(name)).open({ effects, where: 'environments.staging.data', placeholders: {} });
  const folder = (name: string): Promise<string> => mkdtemp(join(above, `${name}-`));
  return {
    ...fixture,
    store,
    folder,
    backedUp: async (name) => {
      await fixture.fill(name, value);
      const directory = await folder(name);
      return { taken: await store(name).backup({ directory, log: silentLog }), directory };
    },
  };
}

const whole = (value: Fingerprint): TakenFingerprint => ({ kind: 'same-snapshot', value });

async function assertEqual(expected: TakenFingerprint, found: DataStore): Promise<void> {
  const comparison = await compared(expected, found);
  assert.equal(comparison.kind, 'equal', JSON.stringify(comparison));
}

async function compared(expected: TakenFingerprint, found: DataStore): Promise<FingerprintComparison> {
  const like = expected.kind === 'none' ? undefined : expected.value;
  return compareFingerprints(expected, await found.fingerprint(undefined, like));
}

/** A failure of the system, with advice and without the content of anybody's record. */
function isReported(error: unknown): boolean {
  assert.ok(error instanceof SystemFailure, String(error));
  assert.ok(error.detail.means !== '' && error.detail.next !== '', error.message);
  const shown = JSON.stringify([error.message, error.detail, error.stack, String(error.cause)]);
  assert.ok(!shown.includes('Lovelace'), shown);
  return true;
}

/** Even if a stream has wrapped the reason. */
function isCancelled(error: unknown): boolean {
  const reasons = error instanceof Error ? [error.message, String(error.cause)] : [];
  return reasons.some((reason) => reason.includes('the run was cancelled'));
}

function cancelling(): { readonly signal: AbortSignal; cancel(): void } {
  const stop = new AbortController();
  return { signal: stop.signal, cancel: () => stop.abort(new Error('the run was cancelled')) };
}

/** For cancelled work: it may have ended before, and never fails otherwise. */
function ended(work: Promise<unknown>): { isOver(): boolean; readonly whenOver: Promise<void> } {
  let isOver = false;
  const whenOver = work.then(
    () => {
      isOver = true;
    },
    (error: unknown) => {
      isOver = true;
      assert.ok(isCancelled(error), error instanceof Error ? error.stack : String(error));
    },
  );
  whenOver.catch(() => undefined);
  return { isOver: () => isOver, whenOver };
}

async function filesIn(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(directory.length));
}

async function flipByteIn(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  const at = Math.floor((await handle.stat()).size / 2);
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  await handle.write(Buffer.from([(byte[0] ?? 0) ^ 0x01]), 0, 1, at);
  await handle.close();
}

const promises: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'a restored copy is what was backed up, of which nothing was changed': async ({ store, backedUp, empty }) => {
    const { taken, directory } = await backedUp('source');
    await empty('target');
    const request = { directory, references: taken.references, log: silentLog };
    assert.notEqual(taken.fingerprint.kind, 'none');
    assert.ok(Date.parse(taken.dataAt) <= Date.now());
    assert.ok(((await store('source').estimatedBytes()) ?? 1) > 0);
    await store('target').verify(request);
    for (let times = 0; times < 2; times++) {
      assert.equal(await store('target').restore({ ...request, mayReplace }), undefined);
      await assertEqual(taken.fingerprint, store('target'));
    }
    await assertEqual(taken.fingerprint, store('source'));
  },

  'one changed value is noticed': async ({ store, fill, change }) => {
    await fill('changed', value);
    const before = await store('changed').fingerprint();
    await change('changed');
    const comparison = await compared(whole(before), store('changed'));
    assert.equal(comparison.kind, 'different');
    assert.ok(!JSON.stringify([before, comparison]).includes('Lovelace'));
  },

  'it is the same one whoever asks, and no other': async ({ store, backedUp, empty }) => {
    const { taken, directory } = await backedUp('one');
    await empty('other');
    const one = await store('one').identity();
    assert.equal(compareIdentities(one, await store('one').identity()).kind, 'same');
    assert.equal(compareIdentities(taken.identity, one).kind, 'same');
    assert.equal(compareIdentities(one, await store('other').identity()).kind, 'different');
    const request = { directory, references: taken.references, log: silentLog, mayReplace };
    await store('other').restore(request);
    assert.equal(compareIdentities(one, await store('other').identity()).kind, 'different', 'a copy is another one');
  },

  'its mark stays with it and goes into no backup': async ({ store, fill, folder, empty }) => {
    await fill('marked', value);
    assert.equal(await store('marked').markDisposable(async () => undefined), undefined);
    assert.equal(markOf(await store('marked').identity()), undefined, 'nobody chose a mark');
    const before = await store('marked').fingerprint();
    const id = await mark(store('marked'));
    await assertEqual(whole(before), store('marked'));
    const directory = await folder('marked');
    const taken = await store('marked').backup({ directory, log: silentLog });
    assert.equal(markOf(taken.identity), id);
    await empty('unmarked');
    const request = { directory, references: taken.references, log: silentLog, mayReplace };
    for (const name of ['marked', 'unmarked']) await store(name).restore(request);
    assert.equal(markOf(await store('marked').identity()), id);
    assert.equal(markOf(await store('unmarked').identity()), undefined);
    const second = await mark(store('marked'));
    assert.notEqual(second, id);
    assert.equal(markOf(await store('marked').identity()), second, 'the newer mark counts');
  },

  'what decides sees it as it is directly before it is emptied, and a refusal leaves it as it was': async (world) => {
    const { taken, directory } = await world.backedUp('wanted');
    await world.fill('kept', value);
    const opened = world.store('kept');
    await opened.identity();
    const before = await opened.fingerprint();
    const id = await mark(world.store('kept'));
    const seen: (string | undefined)[] = [];
    const refusal = await opened.restore({
      directory,
      references: taken.references,
      log: silentLog,
      mayReplace: (now) => {
        seen.push(markOf(now));
        return 'no';
      },
    });
    assert.equal(refusal, 'no');
    assert.deepEqual([...new Set(seen)], [id]);
    await assertEqual(whole(before), world.store('kept'));
  },

  'a backup of which a file is missing replaces nothing': async ({ store, backedUp, folder, fill }) => {
    const { taken, directory } = await backedUp('sound');
    await fill('untouched', value);
    const before = await store('untouched').fingerprint();
    for (const file of await filesIn(directory)) {
      const damaged = await folder('damaged');
      await cp(directory, damaged, { recursive: true });
      await rm(join(damaged, file));
      const request = { directory: damaged, references: taken.references, log: silentLog };
      await assert.rejects(store('untouched').verify(request), isReported, file);
      await assert.rejects(store('untouched').restore({ ...request, mayReplace }), isReported, file);
    }
    await assertEqual(whole(before), store('untouched'));
  },

  'a backup of which a file is cut short is never called restored': async ({ store, backedUp, folder, empty }) => {
    const { taken, directory } = await backedUp('long');
    await empty('target_of_cut');
    for (const file of await filesIn(directory)) {
      const damaged = await folder('cut');
      await cp(directory, damaged, { recursive: true });
      await cutShort(join(damaged, file));
      const request = { directory: damaged, references: taken.references, log: silentLog };
      await assert.rejects(store('target_of_cut').restore({ ...request, mayReplace }), isReported, file);
    }
  },

  'a flipped bit in the records is refused, or shows in the comparison': async ({ store, backedUp, empty }) => {
    const { taken, directory } = await backedUp('flipped');
    await empty('target_of_flipped');
    const sizes = await Promise.all(
      (await filesIn(directory)).map(async (file) => ({ file, size: (await stat(join(directory, file))).size })),
    );
    const [largest] = sizes.toSorted((one, other) => other.size - one.size);
    await flipByteIn(join(directory, largest?.file ?? ''));
    const target = store('target_of_flipped');
    const request = { directory, references: taken.references, log: silentLog };
    const refused = await target.restore({ ...request, mayReplace }).then(() => false, isReported);
    if (refused) return;
    const comparison = await compared(taken.fingerprint, target);
    assert.equal(comparison.kind, 'different');
  },

  'a backup whose process is killed harms nothing, and the next one works': async (world) => {
    const { store, fill, folder, settings } = world;
    await fill('killed', value);
    const before = await store('killed').fingerprint();
    const directory = await folder('killed');
    const script = join(import.meta.dirname, 'backup-process.ts');
    const child = spawn(process.execPath, [script, JSON.stringify(settings('killed')), directory], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && (await readdir(directory)).length === 0) await pause(2);
    child.kill('SIGKILL');
    await ended;
    await assertEqual(whole(before), store('killed'));
    const next = await folder('next');
    const taken = await store('killed').backup({ directory: next, log: silentLog });
    await store('killed').restore({ directory: next, references: taken.references, log: silentLog, mayReplace });
    await assertEqual(whole(before), store('killed'));
  },

  'a run that is cancelled takes no backup and empties nothing': async ({ store, backedUp, folder }) => {
    const { taken, directory } = await backedUp('cancelled');
    const signal = AbortSignal.abort(new Error('the run was cancelled'));
    const backup = { directory: await folder('none'), log: silentLog, signal };
    await assert.rejects(store('cancelled').backup(backup), isCancelled);
    const request = { directory, references: taken.references, log: silentLog, signal, mayReplace };
    await assert.rejects(store('cancelled').restore(request), isCancelled);
    await assertEqual(taken.fingerprint, store('cancelled'));
  },

  'a run that is cancelled at work leaves the rest to the next one, and the mark where it was': async (world) => {
    const { store, backedUp, folder, empty } = world;
    const { taken, directory } = await backedUp('work');
    const before = await store('work').fingerprint();
    const into = await folder('cut');
    const first = cancelling();
    const backup = ended(store('work').backup({ directory: into, log: silentLog, signal: first.signal }));
    while (!backup.isOver() && (await readdir(into)).length === 0) await pause(2);
    first.cancel();
    await backup.whenOver;
    await assertEqual(whole(before), store('work'));

    await empty('halfway');
    const id = await mark(store('halfway'));
    for (const moment of ['asked', 'told'] as const) {
      const { signal, cancel } = cancelling();
      const abortOnLog = moment === 'told' ? cancel : () => undefined;
      const restored = store('halfway').restore({
        directory,
        references: taken.references,
        log: { ...silentLog, info: abortOnLog, output: abortOnLog, progress: abortOnLog },
        signal,
        mayReplace: () => {
          if (moment === 'asked') setImmediate(cancel);
          return mayReplace();
        },
      });
      await ended(restored).whenOver;
      assert.equal(markOf(await store('halfway').identity()), id, moment);
    }
    await store('halfway').restore({ directory, references: taken.references, log: silentLog, mayReplace });
    await assertEqual(taken.fingerprint, store('halfway'));
    assert.equal(markOf(await store('halfway').identity()), id);
  },

  'out of reach, nothing is taken for empty, and every message says what to do': async (world) => {
    const { store, backedUp, folder, makeUnreachable } = world;
    const { taken, directory } = await backedUp('unreachable');
    const into = await folder('nothing');
    await makeUnreachable();
    const away = store('unreachable');
    const asked: readonly (() => Promise<unknown>)[] = [
      () => away.identity(),
      () => away.fingerprint(),
      () => away.backup({ directory: into, log: silentLog }),
      () => away.markDisposable(() => assert.fail('there is nothing to mark')),
      () =>
        away.restore({
          directory,
          references: taken.references,
          log: silentLog,
          mayReplace: () => assert.fail('there is nothing to empty'),
        }),
    ];
    for (const ask of asked) await assert.rejects(ask, isReported, String(ask));
  },
};

async function cutShort(file: string): Promise<void> {
  await truncate(file, Math.floor((await stat(file)).size / 2));
}

async function temporary(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-contract-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

for (const { kind, make } of await fixturesIn<MakeDataFixture>(import.meta.dirname)) {
  test(kind, async (t) => {
    const fixture = await make(t);
    if (fixture === undefined) return;
    requireOwnKind(kind, fixture.settings('any'));
    const world = worldOf(fixture, await temporary(t));
    assert.equal(world.store('any').kind, kind, 'what it says of itself is what the configuration says');
    for (const [promise, keep] of Object.entries(promises)) await t.test(`${kind}: ${promise}`, () => keep(world));
  });
}
