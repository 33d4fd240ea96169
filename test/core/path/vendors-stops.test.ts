import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planPath } from '../../../src/core/path/planner.ts';
import { pathOf, requestOf, stopsOf, type Vendor } from './product-cases.ts';

// https://docs.gitlab.com/update/upgrade_paths
const stopsPage = 'https://docs.gitlab.com/update/upgrade_paths';
const gitlab: Vendor = {
  releases: [
    '15.0.5',
    '15.1.6',
    '15.4.6',
    '15.11.0',
    '15.11.13',
    '16.0.10',
    '16.1.8',
    '16.2.11',
    '16.3.9',
    '16.7.10',
    '16.11.10',
    '17.1.8',
    '17.3.7',
    '17.5.5',
    '17.8.7',
    '17.11.7',
  ],
  path: [
    {
      'required-stops': {
        at: ['15.0', '15.4', '15.11', '16.3', '16.7', '16.11', '17.3', '17.5', '17.8', '17.11'],
        reason: 'Required stop.',
        url: stopsPage,
      },
    },
    {
      'required-stops': {
        at: '15.1',
        when: { fact: 'multiple-web-nodes', is: true },
        reason: 'Required for instances with multiple web nodes.',
        url: stopsPage,
      },
    },
    {
      'required-stops': {
        at: '16.0',
        when: [
          {
            any: [
              { fact: 'users', 'at-least': 30_000 },
              { fact: 'large-pipeline-variables', is: true },
            ],
          },
        ],
        reason: 'Required for instances with lots of users or large pipeline variables history.',
        url: stopsPage,
      },
    },
  ],
};
const plain = { 'multiple-web-nodes': false, users: 200, 'large-pipeline-variables': false };
const unconditional = ['15.4.6', '15.11.13', '16.3.9', '16.7.10', '16.11.10', '17.3.7', '17.5.5', '17.8.7', '17.11.7'];

test('GitLab: the required stops of 15, 16 and 17', () => {
  assert.deepEqual(stopsOf(gitlab, '15.0.5', '17.11.7', { facts: plain }), unconditional);
});

test('GitLab: a conditional stop is made if its condition holds, and if it is unknown', () => {
  const taken = ['15.1.6', ...unconditional];
  assert.deepEqual(stopsOf(gitlab, '15.0.5', '17.11', { facts: { ...plain, 'multiple-web-nodes': true } }), taken);
  const { 'multiple-web-nodes': _, ...unknown } = plain;
  const path = pathOf(gitlab, '15.0.5', '17.11', { facts: unknown });
  assert.deepEqual(
    path.steps.map(({ to }) => to),
    taken,
  );
  assert.match(path.steps[0]?.reasons[0]?.text ?? '', /not known whether .*multiple-web-nodes/);
  const manyUsers = stopsOf(gitlab, '15.11.0', '16.3', { facts: { ...plain, users: 50_000 } });
  assert.deepEqual(manyUsers, ['15.11.13', '16.0.10', '16.3.9']);
});

test('GitLab: a stop that is not made is accounted for', () => {
  const { details } = pathOf(gitlab, '15.0.5', '15.4', { facts: plain });
  assert.deepEqual(
    details.idle.map(({ text }) => text),
    [
      'Does not apply here, because its condition (multiple-web-nodes is true) is not met: Required for instances with multiple web nodes.',
      'Does not apply here, because its condition (users at-least 30000 or large-pipeline-variables is true) is not met: Required for instances with lots of users or large pipeline variables history.',
    ],
  );
});

const sentry: Vendor = {
  versions: { scheme: 'numbers' },
  releases: [
    '23.5.1',
    '23.6.1',
    '23.6.2',
    '23.7.0',
    '23.11.0',
    '23.11.2',
    '24.4.2',
    '24.8.0',
    '24.9.0',
    '26.3.1',
    '26.4.0',
    '26.4.1',
    '26.4.2',
  ],
  path: [
    {
      'required-stops': {
        at: ['9.1.2', '21.5.0', '21.6.3', '23.6.2', '23.11.0', '24.8.0'],
        reason: 'Hard stop.',
        url: 'https://develop.sentry.dev/self-hosted/releases/#hard-stops',
      },
    },
    {
      avoid: {
        versions: '=26.4.0',
        'fixed-in': '26.4.1',
        reason: 'Its Snuba migration fails.',
        url: 'https://github.com/getsentry/self-hosted/issues/4286',
      },
    },
  ],
};

// The path that a maintainer names: https://github.com/getsentry/self-hosted/issues/3329
test('Sentry: the hard stops, each at exactly the version that is named', () => {
  assert.deepEqual(stopsOf(sentry, '23.5.1', '24.9.0'), ['23.6.2', '23.11.0', '24.8.0', '24.9.0']);
});

test('Sentry: an avoided release is not a target, and the one that fixes it is named', () => {
  const plan = planPath(requestOf(sentry, '26.3.1', '26.4.0'));
  assert.ok(plan.kind === 'unusable-target');
  assert.equal(plan.instead, '26.4.1');
  assert.match(plan.message.happened, /26\.4\.0 is avoided: Its Snuba migration fails\./);
});

// Barriers: https://github.com/coreos/fedora-coreos-streams/blob/main/updates/stable.json
const coreos: Vendor = {
  versions: { scheme: 'numbers' },
  releases: [
    '31.20200517.3.0',
    '32.20200615.3.0',
    '32.20201104.3.0',
    '33.20201201.3.0',
    '34.20210611.3.0',
    '35.20211029.3.0',
    '35.20220131.3.0',
    '35.20220213.3.0',
  ],
  path: [
    {
      'required-stops': {
        at: [
          '31.20200517.3.0',
          '32.20200615.3.0',
          '32.20201104.3.0',
          '33.20201201.3.0',
          '34.20210611.3.0',
          '35.20211029.3.0',
        ],
        reason: 'Update barrier.',
        url: 'https://docs.fedoraproject.org/en-US/fedora-coreos/update-barrier-signing-keys/',
      },
    },
  ],
};

test('Fedora CoreOS: no update passes a barrier', () => {
  assert.deepEqual(stopsOf(coreos, '32.20200615.3.0', 'newest'), [
    '32.20201104.3.0',
    '33.20201201.3.0',
    '34.20210611.3.0',
    '35.20211029.3.0',
    '35.20220213.3.0',
  ]);
});

// The versions for which releases.yml of cockroachdb/docs says `withdrawn`:
// https://github.com/cockroachdb/docs/pull/16277, /16618, /16913
const cockroach: Vendor = {
  releases: [
    'v22.1.16',
    {
      tag: 'v22.1.17',
      withdrawn: {
        reason: 'Withdrawn by the vendor',
        fixedIn: '22.1.18',
        url: 'https://github.com/cockroachdb/docs/pull/16618',
      },
    },
    'v22.1.18',
    'v22.2.3',
    {
      tag: 'v22.2.4',
      withdrawn: {
        reason: 'Advisory 97178',
        fixedIn: '22.2.5',
        url: 'https://www.cockroachlabs.com/docs/advisories/a97178',
      },
    },
    'v22.2.5',
    'v22.2.7',
    {
      tag: 'v22.2.8',
      withdrawn: { reason: 'Withdrawn by the vendor', url: 'https://github.com/cockroachdb/docs/pull/16913' },
    },
  ],
  path: [{ 'no-line-skipped': { line: 'minor', reason: 'One version at a time.' } }],
};

test('CockroachDB: withdrawn releases are neither stops nor targets, and the plan says which were left out', () => {
  const path = pathOf(cockroach, 'v22.1.16', '22.2');
  assert.deepEqual(
    path.steps.map(({ to }) => to),
    ['22.2.7'],
  );
  assert.deepEqual(
    path.details.leftOut.map(({ version }) => version),
    ['22.1.17', '22.2.4'],
  );
  const asked = planPath(requestOf(cockroach, 'v22.2.3', 'v22.2.4'));
  assert.ok(asked.kind === 'unusable-target');
  assert.equal(asked.instead, '22.2.5');
  assert.equal(asked.reason.url, 'https://www.cockroachlabs.com/docs/advisories/a97178');
  const staying = planPath(requestOf(cockroach, 'v22.2.8', 'newest'));
  assert.ok(staying.kind === 'already-there');
  assert.match(staying.message.next, /22\.2\.8 was withdrawn/);
});
