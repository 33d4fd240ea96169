import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPath } from '../../../src/core/path/check-path.ts';
import { planPath } from '../../../src/core/path/planner.ts';
import { pathOf, requestOf, stopsOf, type Vendor } from './product-cases.ts';

// Releases of both repositories, with what looks like a release and is none.
const mender: Vendor = {
  versions: {
    pattern: '^v?(?<version>\\d+\\.\\d+\\.\\d+)(-(?<prerelease>rc\\.\\d+))?$',
    ignore: [
      { pattern: '^3\\.8\\.', reason: 'A tag of the client integration, not of the server' },
      { pattern: 'saas', reason: 'The hosted flavour' },
    ],
  },
  releases: [
    '3.3.0',
    '3.4.0',
    '3.5.0',
    '3.6.0',
    '3.7.0',
    '3.7.11',
    '3.8.0',
    '3.8.5',
    '2.4.0b1',
    'v4.0.0-rc.1',
    'v4.0.0',
    'v4.0.4',
    'v4.1.0-saas.3',
    'v4.1.0',
    'v4.1.3',
  ],
  path: [
    {
      'no-line-skipped': {
        line: 'minor',
        reason: 'Upgrade between adjacent versions only.',
        url: 'https://docs.mender.io/server-installation/upgrading-from-previous-versions',
      },
    },
    {
      allowed: {
        from: '3.3 || 3.4',
        to: '3.6',
        reason: '3.6 may be reached directly from 3.3 and 3.4.',
        url: 'https://docs.mender.io/server-installation/upgrading-from-previous-versions',
      },
    },
    {
      'needs-part': {
        part: 'chart',
        entering: '4.0',
        versions: '>=5.9',
        alone: { id: 'chart-5.9-first', text: 'Move the chart to 5.9 or later while the server stays on 3.7.' },
        reason: 'Chart 5.9 prepares what 4.0 expects.',
      },
    },
    {
      'moves-together': {
        part: 'chart',
        table: [
          { releases: '4.0', versions: '>=6.4.2 <=7.4.0' },
          { releases: '>=4.1.3', versions: '>=8.1.0' },
          { releases: '3.7', versions: '<6' },
        ],
        reason: 'Each chart carries one release.',
      },
    },
  ],
};

test('Mender: adjacent versions, with the one exception that the vendor grants', () => {
  const path = pathOf(mender, '3.3.0', 'newest');
  assert.deepEqual(
    path.steps.map(({ to }) => to),
    ['3.6.0', '3.7.11', '4.0.4', '4.1.3'],
  );
  assert.deepEqual(
    path.steps[0]?.reasons.map(({ rule }) => rule),
    ['no-line-skipped', 'allowed'],
  );
  assert.deepEqual(
    path.steps.map(({ manual }) => manual.map(({ id }) => id)),
    [[], [], ['chart-5.9-first'], []],
  );
  assert.deepEqual(
    path.steps.map(({ parts }) => parts.map(({ versions }) => versions)),
    [[], ['<6'], ['>=6.4.2 <=7.4.0'], ['>=8.1.0']],
  );
  assert.deepEqual(
    path.details.ignored.map(({ reason, count }) => [reason, count]),
    [
      ['A tag of the client integration, not of the server', 2],
      ['does not match the pattern of the versions', 1],
      ['The hosted flavour', 1],
    ],
  );
});

test('Mender: a chart that is known to be new enough needs no manual step', () => {
  const enough = pathOf(mender, '3.7.11', '4.0', { parts: { chart: '5.10.1' } });
  assert.deepEqual(enough.steps[0]?.manual, []);
  const tooOld = pathOf(mender, '3.7.11', '4.0', { parts: { chart: '5.6.0' } });
  assert.deepEqual(
    tooOld.steps[0]?.manual.map(({ id }) => id),
    ['chart-5.9-first'],
  );
});

// https://docs.sonarsource.com/sonarqube-server/2025.2/server-update-and-maintenance/upgrade/determine-path and
// https://docs.sonarsource.com/sonarqube/9.9/setup-and-upgrade/upgrade-the-server/before-you-upgrade
const sonarqube: Vendor = {
  releases: ['7.9.0', '8.1.0', '8.9.0', '8.9.10', '9.6.0', '9.8.0', '9.9.0', '9.9.8', '10.6.0', '2025.1.0', '2025.3.0'],
  path: ['7.9', '8.9', '9.9', '2025.1'].map((lta) => ({
    forbidden: {
      from: `<${lta}`,
      to: `>${lta}`,
      reason: `${lta} is a long-term active version, and each of them is visited.`,
      url: 'https://docs.sonarsource.com/sonarqube-server/2025.2/server-update-and-maintenance/upgrade/determine-path',
    },
  })),
};

test('SonarQube: each example of the vendor, including leaving an old patch of an LTA directly', () => {
  assert.deepEqual(stopsOf(sonarqube, '9.9.8', '2025.1'), ['2025.1.0']);
  assert.deepEqual(stopsOf(sonarqube, '9.9.0', '2025.1'), ['2025.1.0']);
  assert.deepEqual(stopsOf(sonarqube, '8.9.10', '2025.1'), ['9.9.8', '2025.1.0']);
  assert.deepEqual(stopsOf(sonarqube, '2025.1.0', '2025.3'), ['2025.3.0']);
  assert.deepEqual(stopsOf(sonarqube, '10.6.0', '2025.1'), ['2025.1.0']);
  assert.deepEqual(stopsOf(sonarqube, '10.6.0', '2025.3'), ['2025.1.0', '2025.3.0']);
  assert.deepEqual(stopsOf(sonarqube, '8.1.0', '9.8'), ['8.9.10', '9.8.0']);
  assert.deepEqual(stopsOf(sonarqube, '7.9.0', '9.9'), ['8.9.10', '9.9.8']);
});

// https://github.com/openshift/cincinnati-graph-data/tree/master/blocked-edges: 4.1.10.yaml, 4.11.0-KeepalivedMulticastSkew.yaml
const openshift: Vendor = {
  releases: ['4.1.8', '4.1.9', '4.1.10', '4.1.11', '4.10.38', '4.11.0', '4.11.1'],
  path: [
    { forbidden: { from: '=4.1.9', to: '=4.1.10', reason: 'The edge is blocked.' } },
    {
      forbidden: {
        from: '4.10',
        to: '=4.11.0',
        when: {
          fact: 'platform',
          'is-not': 'aws',
        },
        reason: 'KeepalivedMulticastSkew: cluster operators can be degraded on OpenStack, oVirt and vSphere.',
        url: 'https://access.redhat.com/solutions/7007826',
      },
    },
  ],
};

test('OpenShift: a blocked edge, and one that is blocked on some platforms', () => {
  assert.deepEqual(stopsOf(openshift, '4.1.8', '4.1.10'), ['4.1.10']);
  const blocked = planPath(requestOf(openshift, '4.1.9', '4.1.10'));
  assert.ok(blocked.kind === 'no-path');
  assert.equal(
    blocked.message.means,
    'Without the first of these there would be a path, 4.1.9 → 4.1.10. forbidden: No hop may go from 4.1.9 to 4.1.10. The edge is blocked.',
  );
  assert.deepEqual(stopsOf(openshift, '4.10.38', '4.11.0', { facts: { platform: 'aws' } }), ['4.11.0']);
  assert.equal(planPath(requestOf(openshift, '4.10.38', '4.11.0', { facts: { platform: 'vsphere' } })).kind, 'no-path');
  assert.equal(planPath(requestOf(openshift, '4.10.38', '4.11.0')).kind, 'no-path');
  assert.deepEqual(stopsOf(openshift, '4.10.38', '4.11'), ['4.11.1']);
});

test('Cincinnati: a graph that lists its edges allows nothing else', () => {
  const graph: Vendor = {
    releases: openshift.releases,
    path: [
      {
        only: {
          hops: [
            { from: '=4.1.8', to: '=4.1.9 || =4.1.10' },
            { from: '4.1', to: '=4.1.11' },
          ],
          reason: 'The channel.',
        },
      },
    ],
  };
  assert.deepEqual(stopsOf(graph, '4.1.8', '4.1'), ['4.1.11']);
  assert.equal(planPath(requestOf(graph, '4.1.9', '4.1.10')).kind, 'no-path');
});

// The vendor's own table of what must pass and fail: https://gitlab.com/gitlab-org/charts/gitlab/-/merge_requests/3708
const chart: Vendor = {
  releases: ['15.11.0', '16.10.0', '16.10.3', '16.11.0', '16.11.1', '17.0.0', '17.1.0'],
  path: [
    {
      'needs-part': {
        part: 'chart',
        entering: '17',
        versions: '>=7.11',
        reason: 'Chart 8 is only entered from chart 7.11.',
        url: 'https://gitlab.com/gitlab-org/charts/gitlab/-/merge_requests/3708',
      },
    },
    {
      'moves-together': {
        part: 'chart',
        table: [
          { releases: '15.11', versions: '6.11' },
          { releases: '16.10', versions: '7.10' },
          { releases: '16.11', versions: '7.11' },
          { releases: '17.0', versions: '8.0' },
        ],
        reason: 'Each chart carries one GitLab version.',
        url: 'https://docs.gitlab.com/charts/installation/version_mappings/',
      },
    },
  ],
};

test('GitLab chart: what its own check passes and fails', () => {
  const hop = (current: string, version: string, to: string) =>
    checkPath({ ...requestOf(chart, current, to, { parts: { chart: version } }), path: [to] }).kind;
  assert.equal(hop('16.11.0', '7.11.0', '17.0.0'), 'sound');
  assert.equal(hop('16.11.1', '7.11.1', '17.0.0'), 'sound');
  assert.equal(hop('16.11.1', '7.11.1', '17.1.0'), 'sound');
  assert.equal(hop('16.10.0', '7.10.0', '17.0.0'), 'faulty');
  assert.equal(hop('16.10.3', '7.10.3', '17.0.0'), 'faulty');
  assert.equal(hop('15.11.0', '6.11.0', '17.0.0'), 'faulty');
  assert.equal(hop('16.11.0', '7.10.0', '17.0.0'), 'faulty');
});

test('GitLab chart: the path uses the release that brings the chart it needs', () => {
  const path = pathOf(chart, '16.10.0', '17.0.0', { parts: { chart: '7.10.0' } });
  assert.deepEqual(
    path.steps.map(({ to, parts }) => [to, parts[0]?.versions]),
    [
      ['16.11.1', '7.11'],
      ['17.0.0', '8.0'],
    ],
  );
  assert.match(path.steps[0]?.reasons[0]?.text ?? '', /needs chart >=7\.11 first; the present chart is 7\.10\.0/);
});
