import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { playedEngine } from '../../../support/infrahub/engine.ts';
import { mayReplace } from '../../../support/marking.ts';

/* What is particular to the vendor's program: it waits, it stops services, and it reports in words what it did. */

test('infrahub-backup', async (t) => {
  const engine = await playedEngine(t);
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-infrahub-backup-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const place = (): Promise<string> => mkdtemp(join(folder, 'backup-'));
  const store = (settings: object, variables: Readonly<Record<string, string>> = {}): DataStore => {
    const environment = { PATH: `${engine.bin}:${process.env.PATH}`, ...variables };
    const effects = databaseEffects({}, { environment });
    return dataStore.parse({ 'infrahub-backup': settings }).open({ effects, where: 'data', placeholders: {} });
  };
  const failure = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => assert.fail('it should have failed'),
      (reason) => reason,
    );
    assert.ok(error instanceof SystemFailure, String(error));
    const { happened, means, next } = error.detail;
    return [happened, means, next].join('\n');
  };
  await engine.project('live', ['leaf1', 'leaf2']);

  await t.test('reports for how long Infrahub did not serve, if its services were stopped', async () => {
    const said: string[] = [];
    const log = { ...silentLog, info: (line: string) => said.push(line) };
    const taken = await store({ project: 'live' }).backup({ directory: await place(), log });
    assert.equal(taken.fingerprint.kind, 'same-snapshot');
    assert.ok(
      said.some((line) => /^Infrahub did not serve for .*: its services were stopped\.$/.test(line)),
      said.join(),
    );
    assert.deepEqual(Object.keys(taken.tools), ['infrahub-backup', 'infrahub', 'neo4j', 'services stopped for']);
    assert.equal(taken.tools['infrahub-backup'], '1.7.2');
    const online = store({ project: 'live' }, { STAND_IN_EDITION: 'enterprise' });
    const beside = await online.backup({ directory: await place(), log: silentLog });
    assert.equal(beside.tools['services stopped for'], undefined);
  });

  await t.test('distinguishes which value is a default, if two are equal', async () => {
    await engine.project('same', ['leaf', 'leaf']);
    const swap = (first: boolean) =>
      engine.change('same', ({ nodes }) => {
        for (const [index, node] of nodes.entries()) node.isDefault = first === (index === 0);
      });
    await swap(true);
    const before = await store({ project: 'same' }).fingerprint();
    await swap(false);
    const differs = (value: Fingerprint, now: Fingerprint) =>
      compareFingerprints({ kind: 'same-snapshot', value }, now);
    const now = await store({ project: 'same' }).fingerprint(undefined, before);
    assert.equal(differs(before, now).kind, 'different');
    // As an earlier version has written it.
    const tables = before.tables.map((each) => ({ ...each, checksum: 'f00d' }));
    const asked = await store({ project: 'same' }).fingerprint(undefined, { ...before, tables });
    assert.equal(differs({ ...before, tables }, asked).kind, 'cannot-tell');
  });

  await t.test('waits for running tasks within its budget, and then stops nothing', async () => {
    await engine.tasks('live', [{ id: '1', title: 'git sync' }]);
    const directory = await place();
    const text = await failure(store({ project: 'live', 'tasks-within': '2s' }).backup({ directory, log: silentLog }));
    // Their number is reported if the program had the time to do so.
    assert.match(text, /^Infrahub has worked on (?:1 task|tasks) for longer than 2\.0 s \("tasks-within"\)\./);
    assert.match(text, /None was taken, and nothing was stopped\./);
    assert.ok(Object.values(await engine.running('live')).every(Boolean));
    assert.deepEqual(await readdir(directory), []);
    await engine.tasks('live', []);
  });

  await t.test('starts what it has stopped, even if it fails', async () => {
    const failing = store({ project: 'live' }, { STAND_IN_BACKUP_FAILS: 'failed to dump neo4j database' });
    const text = await failure(failing.backup({ directory: await place(), log: silentLog }));
    assert.match(text, /^infrahub-backup took no backup: .*failed to dump neo4j database\.\n/);
    assert.deepEqual(new Set(Object.values(await engine.running('live'))), new Set([true]));
  });

  await t.test('gets no switch from a variable of the job: one of them destroys the live data', async () => {
    const variables = { INFRAHUB_REDACT: 'true', INFRAHUB_FORCE: 'true', INFRAHUB_S3_UPLOAD: 'true' };
    const taken = await store({ project: 'live' }, variables).backup({ directory: await place(), log: silentLog });
    assert.equal(taken.fingerprint.kind, 'same-snapshot');
  });

  await t.test(
    'gives a copy another deployment id and stops what would work on it; the original keeps its own',
    async () => {
      await engine.project('copy', []);
      const directory = await place();
      await store({ project: 'live' }).backup({ directory, log: silentLog });
      const before = (await engine.graph('live')).deploymentId;
      const request = { directory, references: [], log: silentLog, mayReplace };
      await store({ project: 'copy' }).restore(request);
      const copied = await engine.graph('copy');
      assert.notEqual(copied.deploymentId, before);
      assert.deepEqual(
        copied.nodes.map(({ value }) => value),
        ['leaf1', 'leaf2'],
      );
      const running = await engine.running('copy');
      assert.deepEqual([running['infrahub-server'], running['task-worker'], running.database], [false, false, true]);
      await store({ project: 'live' }).restore({ ...request, isOriginal: true });
      assert.equal((await engine.graph('live')).deploymentId, before);
    },
  );

  await t.test('is judged by its output, and not by its exit code', async () => {
    const directory = await place();
    await engine.project('live', ['leaf1']);
    await store({ project: 'live' }).backup({ directory, log: silentLog });
    const silent = store({ project: 'copy' }, { STAND_IN_RESTORE_SILENT: '1' });
    const text = await failure(silent.restore({ directory, references: [], log: silentLog, mayReplace }));
    assert.match(text, /^infrahub-backup exited with 0, but did not say that its restore was completed/);
  });

  await t.test('restores no backup without the task manager over one that has it', async () => {
    const directory = await place();
    await store({ project: 'live', 'task-manager': false }).backup({ directory, log: silentLog });
    const request = { directory, references: [], log: silentLog, mayReplace: () => assert.fail('it was looked at') };
    assert.match(await failure(store({ project: 'copy' }).restore(request)), /holds no database of the task manager/);
  });

  await t.test('checks beforehand: the program, the project, and the services that a backup needs', async () => {
    const preflight = async (settings: object) =>
      (await store(settings).preflight?.({ use: 'backup', subject: 'the data' }))?.map(({ kind, happened }) => [
        kind,
        happened,
      ]);
    assert.deepEqual(await preflight({ project: 'live' }), [
      ['ok', 'infrahub-backup 1.7.2 is here, and the project "live" answers.'],
    ]);
    const [absent] = (await preflight({ project: 'live', program: 'no-such-program' })) ?? [];
    assert.deepEqual(absent, ['problem', 'The program "no-such-program" was not found.']);
    assert.match(await failure(preflight({ project: 'other' })), /No container of the Compose project "other"/);
  });
});
