import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openPathSource } from '../../src/planning/opened-source.ts';
import { basisWithout, type PathAnswer } from '../../src/planning/path-question.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { manifestFile } from '../support/medplum/releases.ts';
import { githubFor, medplumReleases } from './medplum-releases.ts';

const product = shippedProducts.find('medplum');
assert.ok(product);

interface Asked extends PlanInput {
  /** Newest patches by minor, where they are others than those of the list. */
  readonly published?: Readonly<Record<string, number>>;
}

async function planned(current: string, { published = {}, ...asked }: Asked) {
  const github = githubFor(medplumReleases(published));
  const effects = { ...databaseEffects(), fetch: github };
  assert.ok(product);
  const source = await openPathSource(product, effects, asked);
  const plan = await source.answer({ label: current, parts: {} }, basisWithout(product, effects, asked));
  return { plan, github, source };
}

function stops(plan: PathAnswer): readonly string[] {
  assert.ok(plan.kind === 'path', JSON.stringify(plan));
  return plan.steps.map(({ to }) => to);
}

async function folderFor(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-medplum-'));
  test.after(() => rm(folder, { recursive: true }));
  return folder;
}

describe('the path of Medplum', () => {
  it('is the documented one from 3.1.2 to 4.3.4', async () => {
    // https://www.medplum.com/docs/self-hosting/upgrading-server
    const { plan } = await planned('3.1.2', { target: '4.3.4', published: { '4.3': 4 } });
    assert.deepEqual(stops(plan), ['3.3.0', '4.0.4', '4.1.12', '4.2.6', '4.3.4']);
    assert.ok(plan.kind === 'path');
    assert.deepEqual(
      plan.steps.map(({ manual }) => manual.map(({ id }) => id)),
      [[], ['code-for-v4'], [], [], []],
      'what a new major breaks is work by hand, before it is entered',
    );
  });

  it('climbs the newest patch of every minor to 5.1.12, as real servers were climbed', async () => {
    const { plan } = await planned('4.1.12', { target: '5.1.12' });
    assert.deepEqual(stops(plan), ['4.2.6', '4.3.15', '4.4.3', '4.5.2', '5.0.15', '5.1.12']);
  });

  it('leaves a minor only from its newest patch, the only one from which Medplum supports a rollback', async () => {
    const { plan } = await planned('4.4.1', { target: '4.5.2' });
    assert.deepEqual(stops(plan), ['4.4.3', '4.5.2']);
    assert.ok(plan.kind === 'path');
    assert.match(plan.steps[0]?.reasons.map(({ text }) => text).join(' ') ?? '', /going back to the newest patch/);
  });

  it('uses the newest patch first if a server of the next minor would refuse, and names the migration', async () => {
    const { plan } = await planned('5.0.10', { target: '5.1.12' });
    assert.deepEqual(stops(plan), ['5.0.15', '5.1.12']);
    assert.ok(plan.kind === 'path');
    assert.match(
      plan.steps[0]?.reasons.map(({ text }) => text).join(' ') ?? '',
      /would pass the migration v32 \(runs from 5\.0\.11, required before 5\.1\.0\)/,
    );
  });

  it('is not found if no published patch can run what the target requires', async () => {
    const { plan } = await planned('4.2.6', { target: '4.4.0', published: { '4.3': 0, '4.4': 0 } });
    assert.ok(plan.kind === 'no-path', plan.kind);
    assert.match(
      plan.obstacle.reasons.map(({ text }) => text).join(' '),
      /v16 \(runs from 4\.3\.2, required before 4\.4\.0\)/,
    );
  });

  it('finds the fault in a path that somebody wrote down with a patch that is too old', async () => {
    const { plan } = await planned('4.2.6', { path: '4.3.0,4.4.3' });
    assert.ok(plan.kind === 'faulty', plan.kind);
    assert.match(plan.message.means, /v16 \(runs from 4\.3\.2, required before 4\.4\.0\)/);
  });

  it('uses a patch that was published later for an older minor', async () => {
    const { plan } = await planned('4.0.4', { target: '4.2.6', published: { '4.1': 16 } });
    assert.deepEqual(stops(plan), ['4.1.16', '4.2.6']);
  });

  it('warns about what the headings of the release notes on the way say', async () => {
    const { plan, source } = await planned('3.3.0', { target: '4.0.4' });
    assert.ok(plan.kind === 'path');
    const [step] = plan.steps;
    assert.ok(step);
    assert.deepEqual(
      source.detail(step).releaseNotes.map(({ version, topic, heading }) => [version, topic, heading]),
      [['4.0.0', 'breaking', 'Breaking changes']],
    );
  });
});

describe("the manifest at the target's tag", () => {
  const url = (tag: string) =>
    `https://raw.githubusercontent.com/medplum/medplum/${tag}/packages/server/src/migrations/data/data-version-manifest.json`;

  it('is in the plan with its address and its checksum', async () => {
    const { plan } = await planned('4.1.12', { target: '5.1.12' });
    assert.deepEqual(plan.details.migrations, [
      { url: url('v5.1.12'), sha256: createHash('sha256').update(manifestFile('5.1.12')).digest('hex'), count: 37 },
    ]);
  });

  it("is only the target's, and none if the target is too old to have one", async () => {
    const { github } = await planned('4.1.12', { target: '4.3' });
    assert.deepEqual(
      github.asked.filter((asked) => asked.includes('manifest')),
      [url('v4.3.15')],
    );
    const { github: old } = await planned('3.1.2', { target: '4.0.4' });
    assert.deepEqual(
      old.asked.filter((asked) => asked.includes('manifest')),
      [],
    );
  });

  it('is pinned with the releases, and not asked for again', async (test) => {
    const file = join(await folderFor(test), 'pinned.yml');
    await planned('4.1.12', { target: '5.1.12', saveReleases: file });
    assert.match(await readFile(file, 'utf8'), /id: v32\n\s+runs-from: 5\.0\.11\n\s+required-before: 5\.1\.0/);
    const { plan, github } = await planned('5.0.10', { target: '5.1.12', releases: file, offline: true });
    assert.deepEqual(stops(plan), ['5.0.15', '5.1.12']);
    assert.deepEqual(github.asked, []);
  });

  it('must be complete: otherwise nothing is planned', async () => {
    const published = medplumReleases();
    const github = githubFor(published);
    const broken: typeof fetch = async (input) =>
      String(input instanceof Request ? input.url : input).includes('manifest')
        ? new Response('{ "v13": { "requiredBefore": "4.4.0" } }')
        : await github(input);
    const effects = { ...databaseEffects(), fetch: broken };
    assert.ok(product);
    const source = await openPathSource(product, effects, { target: '5.1.12' });
    await assert.rejects(
      async () => await source.answer({ label: '4.1.12', parts: {} }, basisWithout(product, effects, {})),
      /has a migration that cannot be read/,
    );
  });
});
