import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Entry, EntryOf, EventType } from '../../src/core/model/event.ts';
import { terminalRun } from '../../src/entries/terminal/run-identity.ts';
import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { assertNoCanary } from '../support/canary.ts';
import { missingPostgres } from '../support/postgres.ts';
import { unleashFlags } from './unleash-flags.ts';
import { createUnleashWorld, missingReleases, type UnleashWorld } from './unleash-world.ts';

/** The newest release of every major on the way. They are listed here because they must be the result of the plan. */
const first = '4.19.5';
const last = '8.2.0';
const path = [first, '5.12.8', '6.10.1', '7.6.5', last];
const hops = path.slice(1).map((to, index) => `${path[index]}--${to}`);

const minutes = 60_000;
const climb = ['climb', '--yes', '--target', last, '--config', '.github/staged-upgrade.yml', '--output', 'report.md'];

test('Unleash climbs from 4 to 8 on PostgreSQL, and keeps its flags', { timeout: 60 * minutes }, async (t) => {
  const missing = await missingParts();
  if (missing !== undefined) return t.skip(missing);

  const world = await createUnleashWorld();
  t.after(() => world.end());
  const flags = unleashFlags(world.address, world.adminToken);
  await world.startProduction(first);
  await flags.ready();
  for (const [index, name] of ['checkout', 'dark-mode', 'new-search'].entries()) {
    await flags.create(name, `Søk på nytt, "quoted" & 100 %, number ${index}`);
  }
  await flags.rollOut('checkout', 'production', 25);
  await flags.rollOut('dark-mode', 'development', 100);
  await flags.addWebhook(`${world.address}/health`);
  const before = await flags.read();
  assert.equal(before.length, 3);

  const early = await world.staged(...climb);
  assert.equal(early.exitCode, 5, early.stdout);
  assert.match(
    early.stderr,
    /^⊘ refused: The database of staging has not been marked as disposable, as far as this journal knows\.$[\s\S]*staged-upgrade mark-disposable/m,
  );
  const marked = await world.staged('mark-disposable', '--confirm', 'unleash');
  assert.equal(marked.exitCode, 0, marked.stderr);
  const climbed = await world.staged(...climb);

  assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);
  assert.match(climbed.stdout, new RegExp(`upgraded ${first} → ${last} in 4 hops`));
  assert.match(climbed.stdout, /Version 7 needs PostgreSQL 14/);
  assert.equal(await flags.version(), last);
  assert.deepEqual(await flags.read(), before);

  const entries = await readJournal(world);
  assert.deepEqual(
    eventsOf(entries, 'planned').map(({ event }) => event.hops.map(({ id }) => id)),
    [hops, hops],
    'the climb that was refused had planned too',
  );
  await provedBeforeDeployed(entries);
  await checkReportedDowntime(t, world, entries);
  const integrations = 'SELECT provider, enabled FROM addons';
  assert.deepEqual(await world.sql('production', integrations), [{ provider: 'webhook', enabled: true }]);
  assert.deepEqual(await world.sql('staging', integrations), [{ provider: 'webhook', enabled: false }]);

  await t.test('a rollback without a restore is refused, with what to do', async () => {
    const refused = await world.staged('rollback', '--hop', hops.at(-1) ?? '');
    assert.equal(refused.exitCode, 5, refused.stderr);
    assert.match(
      refused.stderr,
      /^⊘ refused: 7\.6\.5 must not simply be deployed again: the migrations of 8\.2\.0 run with its deploy\.$/m,
    );
    const point = (await readdir(world.folders.backups)).sort().at(-1) ?? '';
    assert.match(point, /restore-point_7\.6\.5--8\.2\.0$/);
    assert.ok(refused.stderr.includes(point), 'the way back is named');
    assert.match(refused.stderr, /loses everything written after .*Nothing was changed/);
    assert.match(refused.stderr, /It is better to fix the cause and continue/);
    assert.equal(await flags.version(), last);
  });

  await t.test('a second climb does nothing and says so', async () => {
    const [journal, backups] = [await readJournal(world), await readdir(world.folders.backups)];
    const again = await world.staged(...climb);
    assert.equal(again.exitCode, 0, again.stderr);
    assert.match(again.stdout, /8\.2\.0/);
    assert.doesNotMatch(again.stdout, /Back up|Deploy/);
    assert.deepEqual(await readJournal(world), journal);
    assert.deepEqual(await readdir(world.folders.backups), backups);
  });

  await t.test('a rollback by a restore is done once it is confirmed, and loses what it said', async () => {
    await flags.create('written-later', 'after the restore point');
    const hop = hops.at(-1) ?? '';
    const back = await world.staged('rollback', '--hop', hop, '--confirm', hop);
    assert.equal(back.exitCode, 0, back.stderr);
    assert.match(back.stdout, /^Went back from 8\.2\.0 to 7\.6\.5 on production/);
    assert.equal(await flags.version(), '7.6.5');
    assert.deepEqual(await flags.read(), before);
  });

  await t.test('no password and no token is in what was printed or written', () => noSecretLeft(world));
});

/** Before the clock of the climb starts, as one installs before a maintenance window. */
async function missingParts(): Promise<string | undefined> {
  const reason = (await missingPostgres()) ?? (await missingReleases(path));
  if (reason !== undefined && process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** Each hop: a backup that was restored and found equal, with the flags in it, before production was deployed. */
async function provedBeforeDeployed(entries: readonly Entry[]): Promise<void> {
  for (const hop of hops) {
    const own = entries.filter(({ event }) => 'hop' in event && event.hop.id === hop);
    const restored = eventsOf(own, 'restored').at(-1);
    const deployed = productionDeploy(own);
    assert.ok(restored?.event.proved, `${hop} was not proved`);
    assert.ok(restored.event.rows > 100, `${hop}: ${restored.event.rows} rows`);
    const rehearsed = eventsOf(own, 'rehearsed').at(-1);
    assert.ok(rehearsed !== undefined && rehearsed.sequence < deployed.sequence, `${hop} was not rehearsed first`);
    const point = eventsOf(own, 'backed-up').find(({ event }) => event.purpose === 'restore-point');
    assert.ok(point !== undefined && point.sequence < deployed.sequence, `${hop} has no restore point`);
    assert.equal(eventsOf(own, 'completed').length, 1);
  }
}

async function checkReportedDowntime(t: TestContext, world: UnleashWorld, entries: readonly Entry[]): Promise<void> {
  const report = await readFile(join(world.folders.repository, 'report.md'), 'utf8');
  for (const hop of hops) {
    const own = entries.filter(({ event }) => 'hop' in event && event.hop.id === hop);
    const down = productionDeploy(own).event.downtimeMilliseconds ?? 0;
    // The old server is stopped, and the new one listens only when its migrations are done.
    const took = Date.parse(own.at(-1)?.at ?? '') - Date.parse(own.at(0)?.at ?? '');
    assert.ok(down > 500 && down < took, `${hop}: not serving for ${down} ms of ${took}`);
    const title = hop.replace('--', ' → ');
    assert.match(
      report,
      new RegExp(`^\\| ${title} \\|.*\\| (under 1 s|\\d+\\.\\d s|\\d+ min \\d+ s) \\| ✔ complete, `, 'm'),
    );
    t.diagnostic(
      `${title}: ${Math.round(took / 1000)} s, of which production was not serving for ${(down / 1000).toFixed(1)} s`,
    );
  }
}

async function noSecretLeft(world: UnleashWorld): Promise<void> {
  const { repository, journal, backups } = world.folders;
  const texts: Record<string, string> = { 'what was printed': world.printed() };
  const ids = await readdir(backups);
  assert.equal(ids.length, 2 * hops.length);
  for (const id of ids) texts[`the manifest of ${id}`] = await readFile(join(backups, id, 'manifest.json'), 'utf8');
  await assertNoCanary([world.password, ...world.tokens], { folders: [repository, journal], texts });
  // A token is in the data of production, so it is in the backups; a password is not.
  await assertNoCanary([world.password], { folders: [backups] });
}

function readJournal({ folders }: UnleashWorld): Promise<readonly Entry[]> {
  return folderJournal(folders.journal, { system: 'flags', run: terminalRun() }, systemClock).read();
}

function productionDeploy(own: readonly Entry[]): EntryOf<'deployed'> {
  const deployed = eventsOf(own, 'deployed').find(({ event }) => event.environment === 'production');
  assert.ok(deployed !== undefined, 'nothing was deployed on production');
  return deployed;
}

function eventsOf<Type extends EventType>(entries: readonly Entry[], type: Type): EntryOf<Type>[] {
  return entries.filter((entry): entry is EntryOf<Type> => entry.event.type === type);
}
