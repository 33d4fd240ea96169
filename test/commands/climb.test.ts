import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { climbPath } from '../../src/climbing/climb-path.ts';
import { configuration as configurationSchema } from '../../src/config/schema.ts';
import { schemaAt, shapeOf } from '../../src/config/schema-shape.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import { type EnvironmentName, environmentNames } from '../../src/core/model/hop.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import type { Approval, ClimbStage, Gate } from '../../src/steps/stage/climb-stage.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { type Changes, realDeploys, type SampleSystem, sampleSystem } from './sample-system.ts';

interface Climbed {
  readonly result: CommandResult;
  readonly gates: readonly Gate[];
  readonly titles: readonly string[];
}

const yes: Approval = { kind: 'approved', by: 'engineer' };

async function climbed(
  system: SampleSystem,
  until: string | undefined,
  answer: (gate: Gate) => Approval = () => yes,
  scope: 'hop' | 'path' = 'hop',
  variables: Changes['variables'] = {},
): Promise<Climbed> {
  const gates: Gate[] = [];
  const titles: string[] = [];
  const shown = logStage(silentLog);
  const stage: ClimbStage = {
    showPlan: () => undefined,
    approve: async (gate) => {
      gates.push(gate);
      return answer(gate);
    },
    runJob: async (title, steps) => {
      titles.push(...steps.map((step) => step.title));
      return await shown.runJob(title, steps);
    },
  };
  const configuration = { ...realDeploys(system).configuration, ...hooksIn(system.folder), 'gates.scope': scope };
  const project = await system.open({ configuration, variables });
  const asked = { target: '1.2.1', ...(until === undefined ? {} : { until }) };
  const result = await endOfRun(project, () => climbPath(project, asked, stage));
  return { result, gates, titles };
}

function hooksOf(environment: EnvironmentName): string[] {
  const hooks = schemaAt(configurationSchema, ['environments', environment, 'hooks']);
  return Object.keys((hooks && shapeOf(hooks)) ?? {});
}

/** Every hook leaves a file when it is run. */
function hooksIn(folder: string): Changes['configuration'] {
  return Object.fromEntries(
    environmentNames.flatMap((environment) =>
      hooksOf(environment).map((name) => [
        `environments.${environment}.hooks.${name}`,
        { run: ['touch', join(folder, `${environment}.${name}.ran`)] },
      ]),
    ),
  );
}

const seconds = /(under )?[0-9.]+ (ms|s)/g;
const moment = /\d\d? [A-Z][a-z]{2} \d\d:\d\d(:\d\d)? UTC/g;
const plain = (text: string): string => text.replace(moment, '<time>').replace(seconds, '<long>');

test('climbing to a stop', async (t: TestContext) => {
  const system = await sampleSystem(t);
  const journal = async (): Promise<readonly string[]> =>
    (await (await system.open()).journal.read()).map(({ event }) => event.type);

  await t.test('an unknown stop is a mistake, reported before anything is done', async () => {
    await assert.rejects(climbed(system, '1.0.2--1.1'), (error) => {
      assert(error instanceof UserError);
      assert.equal(
        error.detail.next,
        'Did you mean "1.0.2--1.1.4"? The hops are: 1.0.2--1.1.4, 1.1.4--1.2.1. A version that one of them leads to is accepted too: 1.1.4, 1.2.1.',
      );
      return true;
    });
    assert.deepEqual(await journal(), []);
  });

  await t.test('a missing variable that only a later step uses is reported before anything is done', async () => {
    await assert.rejects(climbed(system, undefined, undefined, 'hop', { STAGING_TOKEN: undefined }), (error) => {
      assert(error instanceof UserError);
      assert.equal(
        error.detail.happened,
        'An environment variable cannot be used: STAGING_TOKEN, which environments.staging.access.admin-token, environments.staging.deploy.command.env.SAMPLE_TOKEN uses, is not set.',
      );
      return true;
    });
    assert.deepEqual(await journal(), ['planned']);
  });

  await t.test(
    'one approval for the whole path lists all that it lets through, and without it nothing is done',
    async () => {
      const no: Approval = { kind: 'declined', next: 'Another day.' };
      const { result, gates, titles } = await climbed(system, undefined, () => no, 'path');
      assert.equal(result.outcome, 'waiting');
      assert.deepEqual(
        gates.map(({ job, hops, facts, question }) => [
          job,
          hops.map(({ id }) => id),
          ...facts.map(({ about, text }) => `${about}: ${text}`),
          question,
        ]),
        [
          [
            'path',
            ['1.0.2--1.1.4', '1.1.4--1.2.1'],
            '1.0.2 → 1.1.4: It is rehearsed before it is promoted.',
            '1.1.4 → 1.2.1: It is rehearsed before it is promoted.',
            'After this: Nobody is asked again. A hop is done only as it was planned, and only when its rehearsal has passed; one that fails ends the climb.',
            'Let all 2 hops go to production, and their migrations start there?',
          ],
        ],
      );
      assert.deepEqual([titles, await journal()], [[], ['planned', 'planned']]);
      const { gates: first } = await climbed(system, '1.1.4', () => no, 'path');
      assert.deepEqual(
        first.map(({ hops }) => hops.map(({ id }) => id)),
        [['1.0.2--1.1.4']],
      );
    },
  );

  await system.markStaging();

  await t.test('the question says what cannot be undone, how long it took and what a rollback loses', async () => {
    const { result, gates } = await climbed(system, '1.1.4', ({ job }) =>
      job === 'promote' ? yes : { kind: 'declined', next: 'Another day.' },
    );
    assert.equal(result.outcome, 'waiting');
    assert.deepEqual(
      gates.map(({ facts, question }) => [...facts.map(({ text }) => text), question].map(plain)),
      [
        [
          'The migrations of 1.1.4 are deferred: until they are started, 1.0.2 can be deployed again and nothing is lost.',
          'In the rehearsal of <time>, the backup, the deploy and the tests took <long>.',
          'In the rehearsal, staging was down for <long> during the deploy.',
          'The way back was rehearsed: 1.0.2 was deployed again over 1.1.4 and passed its smoke tests. No migration of 1.1.4 had started there by then.',
          'The restore point is taken first. Once the migrations have started, restoring it loses everything written after it was taken.',
          'Promote 1.0.2 → 1.1.4 to production?',
        ],
        [
          'Production runs 1.1.4. 1.1.4 was deployed on <time> and has passed its smoke tests.',
          'This is the point of no return: 1.0.2 cannot be deployed again afterwards.',
          'In the rehearsal of <time>, the migrations and their tests took <long>.',
          'Going back after the migrations have started means restoring the restore point, which loses everything written after <time>.',
          'Start the migrations of 1.1.4 on production?',
        ],
      ],
    );
  });

  await t.test('a completed step is neither asked for again nor announced as work', async () => {
    const { result, gates, titles } = await climbed(system, '1.0.2--1.1.4');
    assert.deepEqual(
      gates.map(({ job }) => job),
      ['finalize'],
    );
    assert.deepEqual(titles.slice(0, 5), [
      'Check production, which already runs 1.1.4',
      'Keep the backup that was rehearsed',
      'Keep the rehearsal',
      'Check production again',
      titles[4],
    ]);
    assert.match(titles[4] ?? '', /^Keep the restore point, with the data of /);
    assert.equal(titles[5], 'Check that 1.1.4 is deployed');
    assert.equal(result.outcome, 'passed', 'a stop that is reached has passed, although the path is longer');
    assert.equal(
      result.headline,
      'Production is on 1.1.4, where --until stops; 1 hop to 1.2.1 is left. The same command without --until continues the climb.',
    );
    assert.equal(result.message, undefined);
    assert.equal(
      (await journal()).filter((type) => type === 'deploying').length,
      4,
      'three on staging, one on production',
    );
  });

  await t.test('a stop where production already is does nothing', async () => {
    for (const until of ['1.1.4', '1.0.2--1.1.4']) {
      const { result, gates, titles } = await climbed(system, until);
      assert.deepEqual({ outcome: result.outcome, gates, titles }, { outcome: 'passed', gates: [], titles: [] });
      assert.match(result.headline, /^Production is on 1\.1\.4, where --until stops; 1 hop to 1\.2\.1 is left\./);
    }
  });

  await t.test('one approval for the whole path is asked for once, and recorded for each hop', async () => {
    const { result, gates } = await climbed(system, undefined, () => yes, 'path');
    assert.equal(result.outcome, 'passed', result.headline);
    assert.deepEqual(
      gates.map(({ job, question }) => [job, question]),
      [['path', 'Let this hop go to production, and its migrations start there?']],
    );
    const approved = (await (await system.open()).journal.read()).flatMap(({ event }) =>
      event.type === 'approved' ? [`${event.gate}: ${event.hop.id} by ${event.by}`] : [],
    );
    assert.equal(approved.at(-1), 'terminal, whole path: 1.1.4--1.2.1 by engineer');
  });

  await t.test(
    'every hook that a configuration can have was run by a step, but those that a failure calls',
    async () => {
      const afterFailure = ['logs', 'on-failure'];
      const expected = environmentNames.flatMap((environment) =>
        hooksOf(environment).flatMap((name) => (afterFailure.includes(name) ? [] : [`${environment}.${name}.ran`])),
      );
      assert.ok(expected.includes('staging.scrub.ran'), expected.join());
      const ran = (await readdir(system.folder)).filter((file) => file.endsWith('.ran'));
      assert.deepEqual(ran.toSorted(), expected.toSorted());
    },
  );
});
