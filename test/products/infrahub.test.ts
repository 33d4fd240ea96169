import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manualOf as allManualOf, pathFor, planFor, stopsOf } from './planned.ts';

/** The tags of opsmill/infrahub, as they are written; of each minor the first and some later ones. */
const tags = [
  ...['0.9.1', 'infrahub-v0.9.1', 'python-sdk-v0.9.0', 'python-sdk-v1.3.0', 'infrahub-v1.0.0rc0'],
  ...['1.0.0', '1.0.10', '1.1.0', '1.1.9', '1.2.0', '1.2.1', '1.2.2', '1.2.12'].map(tagged),
  ...['1.3.0b6', '1.3.0', '1.3.9', '1.4.0', '1.4.3', '1.4.4', '1.4.13', '1.5.0', '1.5.1'].map(tagged),
  ...['1.6.0', '1.7.0', '1.8.0', '1.9.0', '1.9.3', '1.9.10', '1.10.0', '1.10.11', '1.11.0', '1.11.9'].map(tagged),
];

function tagged(version: string): string {
  return `infrahub-v${version}`;
}

/** Without what is asked at each hop, which carries the hop's own name. */
function manualOf(path: Parameters<typeof allManualOf>[0]): Record<string, string[]> {
  const atEachHop = (to: string) => [`release-notes-${to}`, `users-told-${to}`];
  const all = Object.entries(allManualOf(path));
  for (const [to, ids] of all) assert.deepEqual(ids.slice(0, 2), atEachHop(to));
  return Object.fromEntries(all.map(([to, ids]) => [to, ids.slice(2)]));
}

const compose = { deployment: 'compose', edition: 'community', 'external-neo4j': false } as const;

describe('the path of Infrahub', () => {
  it('is one minor after the other, each at its newest patch, and 1.10 comes after 1.9', () => {
    // https://docs.infrahub.app/deploy-manage/maintain-upgrade/upgrade/overview
    assert.deepEqual(stopsOf(pathFor('infrahub', tags, ['1.9.3', '1.11.9'])), ['1.10.11', '1.11.9']);
    assert.deepEqual(stopsOf(pathFor('infrahub', tags, ['1.9.0', 'newest'])), ['1.10.11', '1.11.9']);
    assert.deepEqual(stopsOf(pathFor('infrahub', tags, ['1.9.3', '1.9.10'])), ['1.9.10'], 'a patch, directly');
    assert.deepEqual(stopsOf(pathFor('infrahub', tags, ['1.1.9', 'newest'])), [
      ...['1.2.12', '1.3.9', '1.4.13', '1.5.1', '1.6.0', '1.7.0', '1.8.0', '1.9.10', '1.10.11', '1.11.9'],
    ]);
  });

  it('never lands below 1.2.2 or 1.4.4, even if that is the target', () => {
    // https://docs.infrahub.app/release-notes/infrahub/release-1_2_1, release-1_4_4
    for (const [from, to] of [
      ['1.1.9', '1.2.1'],
      ['1.3.9', '1.4.3'],
    ] as const) {
      const plan = planFor('infrahub', tags, [from, to]);
      assert.ok(plan.kind === 'no-path', `${from} to ${to}`);
      assert.deepEqual(
        plan.obstacle.reasons.map(({ rule }) => rule),
        ['land-on'],
      );
    }
    const old = tags.filter((tag) => !/1\.(2\.1[0-9]|4\.1[0-9])$/.test(tag));
    assert.deepEqual(stopsOf(pathFor('infrahub', old, ['1.1.9', '1.5.1'])), ['1.2.2', '1.3.9', '1.4.4', '1.5.1']);
    assert.deepEqual(stopsOf(pathFor('infrahub', old, ['1.4.0', '1.5.1'])), ['1.4.4', '1.5.1']);
  });

  it('never goes to an older release', () => {
    assert.equal(planFor('infrahub', tags, ['1.11.9', '1.10.11']).kind, 'downgrade');
  });

  it('reads only the tags of the server: two forms of one release count once, prereleases not at all', () => {
    const { details } = pathFor('infrahub', tags, ['0.9.1', '1.3']);
    assert.deepEqual(
      details.ignored.map(({ examples }) => [...examples].sort()),
      [['python-sdk-v0.9.0', 'python-sdk-v1.3.0'], ['infrahub-v0.9.1']],
    );
    assert.deepEqual(stopsOf(pathFor('infrahub', tags, ['0.9.1', '1.3'])), ['1.0.10', '1.1.9', '1.2.12', '1.3.9']);
  });

  it('stops before each release whose notes require manual work', () => {
    const path = pathFor('infrahub', tags, ['1.2.12', 'newest'], { facts: compose });
    assert.deepEqual(manualOf(path), {
      '1.3.9': ['compose-file-1.3'],
      '1.4.13': [],
      '1.5.1': ['branches-1.5', 'webhooks-1.5'],
      '1.6.0': [],
      '1.7.0': ['images-1.7', 'backing-services-1.7'],
      '1.8.0': [],
      '1.9.10': ['graphql-1.9', 'schemas-1.9'],
      '1.10.11': ['sso-logins-1.10', 'schemas-1.10', 'graphql-1.10'],
      '1.11.9': ['clients-1.11'],
    });
    for (const { manual } of path.steps)
      for (const { id, url } of manual.slice(2)) assert.match(url ?? '', /^https:\/\/docs\.infrahub\.app\//, id);
  });

  it('asks for the values that a chart requires, until the newer chart is installed', () => {
    const planned = (facts: Readonly<Record<string, string | boolean>>) =>
      manualOf(pathFor('infrahub', tags, ['1.10.11', '1.11.9'], { facts }))['1.11.9'];
    const helm = { deployment: 'helm', edition: 'enterprise', 'external-neo4j': true } as const;
    const own = ['clients-1.11', 'neo4j-1.11'];
    assert.deepEqual(planned({ ...helm, 'helm-chart': '3.9.2' }), [
      ...own,
      'chart-4-redis-host',
      'enterprise-chart-4.14-docket',
    ]);
    assert.deepEqual(planned({ ...helm, 'helm-chart': '4.13.0' }), [...own, 'enterprise-chart-4.14-docket']);
    assert.deepEqual(planned({ ...helm, 'helm-chart': '4.14.0' }), own);
    assert.deepEqual(planned({ ...helm, edition: 'community', 'helm-chart': '4.0.0' }), own);
    const unknown = planned({ 'external-neo4j': false }) ?? [];
    assert.ok(unknown.includes('chart-4-redis-host'), 'what is not known counts');
  });
});
