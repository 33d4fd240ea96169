import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planPath } from '../../../src/core/path/planner.ts';
import { pathOf, requestOf, stopsOf, type Vendor } from './product-cases.ts';

// Releases and documented paths of real vendors; the address of each is in the rule's `url`.

const medplum: Vendor = {
  versions: { pattern: '^v?(?<version>\\d+\\.\\d+\\.\\d+)(-(?<build>[0-9a-f]{7,}|unknown))?$' },
  releases: [
    'v3.1.2',
    'v3.2.0',
    'v3.3.0',
    'v4.0.0',
    'v4.0.4',
    'v4.1.0',
    'v4.1.12',
    'v4.2.0',
    'v4.2.6',
    'v4.3.0',
    'v4.3.4',
    'v4.3.15',
  ],
  path: [
    {
      'no-line-skipped': {
        line: 'minor',
        since: '3.3.0',
        reason: 'Each minor must run its migrations before the next one starts.',
        url: 'https://www.medplum.com/docs/self-hosting/upgrading-server',
      },
    },
    { manual: { id: 'code-for-v4', entering: '4', text: 'Change the application code for v4.' } },
  ],
};

test('Medplum: the documented path from 3.1.2 to 4.3.4, with the work for v4 on the hop that enters it', () => {
  const { steps } = pathOf(medplum, '3.1.2-53eba89', '4.3.4');
  assert.deepEqual(
    steps.map(({ to }) => to),
    ['3.3.0', '4.0.4', '4.1.12', '4.2.6', '4.3.4'],
  );
  assert.deepEqual(
    steps.map(({ manual }) => manual.map(({ id }) => id)),
    [[], ['code-for-v4'], [], [], []],
  );
  assert.deepEqual(steps[1]?.reasons, [
    {
      rule: 'no-line-skipped',
      text: 'Going from 3.3.0 straight to 4.1.12 would skip 4.0. Each minor must run its migrations before the next one starts.',
      url: 'https://www.medplum.com/docs/self-hosting/upgrading-server',
    },
  ]);
});

const kubernetes: Vendor = {
  releases: ['v1.31.0', 'v1.32.0', 'v1.32.1', 'v1.33.0', 'v1.34.0', 'v1.35.0-alpha.1'],
  path: [
    {
      'no-line-skipped': {
        line: 'minor',
        reason: 'Skipping minor versions is unsupported.',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade',
      },
    },
  ],
};

test('Kubernetes: every minor, prereleases left out', () => {
  assert.deepEqual(stopsOf(kubernetes, 'v1.31.0', 'newest'), ['1.32.1', '1.33.0', '1.34.0']);
});

const talos: Vendor = {
  releases: ['v1.0.0', 'v1.0.6', 'v1.1.0', 'v1.1.2', 'v1.2.0', 'v1.2.4'],
  path: [
    ...['no-line-skipped', 'finish-line-first'].map((rule) => ({
      [rule]: {
        line: 'minor',
        reason: 'Migrations are only tested between adjacent minor releases.',
        url: 'https://www.talos.dev/latest/talos-guides/upgrading-talos',
      },
    })),
  ],
};

test('Talos: the newest patch of the present minor comes first', () => {
  assert.deepEqual(stopsOf(talos, 'v1.0.0', 'v1.2.4'), ['1.0.6', '1.1.2', '1.2.4']);
});

const gitlab11: Vendor = {
  releases: ['11.0.0', '11.5.0', '11.11.0', '11.11.8', '12.0.0', '12.0.12', '12.1.0', '12.10.0'],
  path: [
    {
      'between-majors': {
        'enter-at': 'first-minor',
        reason: 'The last minor of a major leads to the dot-zero release of the next.',
        url: 'https://gitlab.com/gitlab-org/gitlab/-/issues/375553',
      },
    },
  ],
};

test('GitLab 11 to 12: from the last minor to the first', () => {
  assert.deepEqual(stopsOf(gitlab11, '11.0.0', '12.0'), ['11.11.8', '12.0.12']);
  assert.deepEqual(stopsOf(gitlab11, '11.0.0', '12.10'), ['11.11.8', '12.0.12', '12.10.0']);
});

const elastic: Vendor = {
  releases: ['6.5.4', '6.7.2', '6.8.23', '7.0.0', '7.8.1', '7.17.29', '8.0.0', '8.18.8', '8.19.0', '9.0.0', '9.3.0'],
  path: [
    {
      'enter-only-from': {
        entering: '7',
        from: '6.8',
        reason: 'A rolling upgrade to 7.x starts from 6.8.',
        url: 'https://elastic.co/guide/en/elasticsearch/reference/7.8/setup-upgrade.html',
      },
    },
    {
      'enter-only-from': {
        entering: '8',
        from: '7.17',
        reason: '8.0 and later start from 7.17.',
        url: 'https://www.elastic.co/guide/en/elasticsearch/reference/8.18/rolling-upgrades.html',
      },
    },
    {
      'enter-only-from': {
        entering: '9',
        from: '8.19',
        reason: '8.19 is the required intermediate version.',
        url: 'https://www.elastic.co/docs/deploy-manage/upgrade/deployment-or-cluster/upgrade-717',
      },
    },
    {
      forbidden: {
        from: '6.8',
        to: '7.0',
        reason: 'The upgrade from 6.8 to 7.0 is not supported.',
        url: 'https://elastic.co/guide/en/elasticsearch/reference/7.8/setup-upgrade.html',
      },
    },
  ],
};

test('Elastic: 7.x only from 6.8, 8.x only from 7.17, 9.x only from 8.19', () => {
  assert.deepEqual(stopsOf(elastic, '7.17.29', '9.3.0'), ['8.19.0', '9.3.0']);
  assert.deepEqual(stopsOf(elastic, '6.5.4', 'newest'), ['6.8.23', '7.17.29', '8.19.0', '9.3.0']);
  assert.equal(planPath(requestOf(elastic, '6.8.23', '7.0.0')).kind, 'no-path');
});

const enterpriseServer: Vendor = {
  releases: ['2.7.0', '2.8.0', '2.9.0', '2.10.0', '3.9.0', '3.10.0', '3.11.0', '3.12.0'],
  path: [
    {
      'lines-per-hop': {
        line: 'minor',
        'at-most': 2,
        reason: 'An upgrade may lead over two feature releases; go as far as possible with each.',
        url: 'https://docs.github.com/en/enterprise-server@3.7/admin/monitoring-managing-and-updating-your-instance/updating-the-virtual-machine-and-physical-resources/upgrade-requirements',
      },
    },
  ],
};

test('GitHub Enterprise Server: two feature releases at a time, as far as possible first', () => {
  assert.deepEqual(stopsOf(enterpriseServer, '2.7.0', '2.10'), ['2.9.0', '2.10.0']);
  assert.deepEqual(stopsOf(enterpriseServer, '3.9.0', '3.11'), ['3.11.0']);
});

const infrahub: Vendor = {
  versions: {
    scheme: 'pep440',
    pattern: ['^infrahub-v(?<version>\\d.*)$', '^(?<version>\\d.*)$'],
  },
  releases: [
    'infrahub-v0.9.1',
    '0.9.1',
    'python-sdk-v1.6.1',
    'infrahub-v1.1.9',
    'infrahub-v1.2.0',
    'infrahub-v1.2.1',
    'infrahub-v1.2.2',
    'infrahub-v1.3.0b6',
    'infrahub-v1.3.0',
    'infrahub-v1.4.0',
    'infrahub-v1.4.4',
    'infrahub-v1.9.0',
    'infrahub-v1.10.0',
  ],
  path: [
    {
      'no-line-skipped': {
        line: 'minor',
        reason: 'Upgrades are supported from the previous minor only.',
        url: 'https://docs.infrahub.app/guides/upgrade',
      },
    },
    {
      'land-on': {
        line: '1.2',
        'at-least': '1.2.2',
        reason: '1.2.1 corrects the version of the graph, so that its migrations apply.',
        url: 'https://docs.infrahub.app/release-notes/infrahub',
      },
    },
    {
      'land-on': {
        line: '1.4',
        exactly: '1.4.4',
        reason: '1.4.4 runs a migration again.',
        url: 'https://docs.infrahub.app/release-notes/infrahub',
      },
    },
  ],
};

test('Infrahub: minors one by one, 1.10 after 1.9, never below the patch that a line needs', () => {
  const { steps, details } = pathOf(infrahub, '1.1.9', '1.10');
  assert.deepEqual(
    steps.map(({ to }) => to),
    ['1.2.2', '1.3.0', '1.4.4', '1.9.0', '1.10.0'],
  );
  assert.deepEqual(
    details.ignored.map(({ count, examples }) => [count, examples]),
    [[1, ['python-sdk-v1.6.1']]],
  );
  const tooLow = planPath(requestOf(infrahub, '1.1.9', '1.2.1'));
  assert.ok(tooLow.kind === 'no-path');
  assert.deepEqual(
    tooLow.obstacle.reasons.map(({ rule }) => rule),
    ['land-on'],
  );
});
