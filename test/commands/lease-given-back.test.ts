import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { climbPath } from '../../src/climbing/climb-path.ts';
import { rehearsePath } from '../../src/climbing/rehearse-path.ts';
import type { Project } from '../../src/config/project.ts';
import { leaseOwner } from '../../src/core/history/lease.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import { hopSequence } from '../../src/core/model/sequence.ts';
import { allCommands } from '../../src/entries/commands.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import { markStaging } from '../../src/steps/mark-disposable/mark-disposable.ts';
import type { ClimbStage } from '../../src/steps/stage/climb-stage.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { type Invocation, invokeOn as invokeOnProject } from '../support/invocation.ts';
import {
  type Asked,
  type End,
  type Ended,
  type Fault,
  firstMoment,
  from,
  hop,
  type Moment,
  type Trouble,
} from './lease-world.ts';

/*
 * Every command releases its lease when it ends, however it ends. A whole hop is climbed by the real commands; at every
 * moment of it every command is run and, if it does something, again for each thing that can go wrong: servers,
 * another run, a failure, a defect or a stop at one effect after the other.
 */

type Work = (project: Project, invocation: Invocation) => Promise<CommandResult>;

interface Row {
  readonly command: string;
  /** How it is run, if not by its name. */
  readonly work?: Work;
  /** Its inputs; each is run at every moment. */
  readonly asked: readonly Partial<Invocation>[];
  /** All of its outcomes. Each is seen here, and no other. */
  readonly ends: readonly End[];
  /**
   * After which of them a workflow keeps the lease, since the next step of the same job acts under it; or that the command
   * takes none, and if it succeeds leaves that of an earlier step as it is. At a terminal nothing is kept: a run is one process.
   */
  readonly kept: readonly End[] | 'takes none';
}

const faults = ['system failure', 'defect', 'stopped'] as const satisfies readonly (Fault & End)[];
const thrown: readonly End[] = ['user error', ...faults];
const done: readonly End[] = ['passed', 'skipped'];
const notDone = ['waiting', 'failed', 'unknown', 'refused'] as const satisfies readonly End[];
const onProduction = { hop: hop.id, environment: 'production' } as const;
const onStaging = { hop: hop.id, environment: 'staging' } as const;
const reason = 'why';
const sides = [onProduction, onStaging];
const releases = sides.flatMap((side) => (['from', 'to'] as const).map((release) => ({ ...side, release })));

/** The commands of both entries. */
const rows: readonly Row[] = [
  {
    command: 'plan',
    asked: [{ target: hop.to }, { target: '9.9.9' }],
    ends: [...done, 'refused', ...faults],
    kept: 'takes none',
  },
  { command: 'preflight', asked: [{ target: hop.to }], ends: ['failed'], kept: 'takes none' },
  // Its job is over if the hop is complete.
  {
    command: 'check',
    asked: [onProduction],
    ends: [...done, 'waiting', 'failed', 'unknown', ...thrown],
    kept: ['passed'],
  },
  // The last step of its job.
  {
    command: 'backup',
    asked: [{ ...onProduction, purpose: 'rehearsal' }],
    ends: [...done, 'waiting', 'failed', 'unknown', ...thrown],
    kept: [],
  },
  {
    command: 'backup',
    asked: [{ ...onProduction, purpose: 'restore-point' }],
    ends: [...done, ...notDone, ...thrown],
    kept: done,
  },
  {
    command: 'restore',
    asked: [onStaging, { ...onStaging, purpose: 'restore-point' }],
    ends: [...done, 'waiting', 'failed', 'refused', ...thrown],
    kept: done,
  },
  { command: 'deploy', asked: releases, ends: [...done, ...notDone, ...thrown], kept: done },
  {
    command: 'wait',
    asked: sides.map((side) => ({ ...side, budget: 60_000 })),
    ends: [...done, 'waiting', 'unknown', 'refused', ...thrown],
    kept: done,
  },
  { command: 'smoke', asked: releases, ends: [...done, ...notDone, ...thrown], kept: done },
  {
    command: 'migrate',
    asked: sides.map((side) => ({ ...side, budget: 60_000 })),
    ends: [...done, ...notDone, ...thrown],
    kept: done,
  },
  // A part of the rehearsal.
  { command: 'rollback', asked: [onStaging], ends: [...done, 'waiting', 'failed', 'refused', ...thrown], kept: done },
  {
    command: 'rollback',
    asked: [onProduction, { ...onProduction, confirm: hop.id }],
    ends: [...done, 'failed', 'refused', ...thrown],
    kept: [],
  },
  { command: 'report', asked: [{}, ...sides], ends: [...done, 'waiting', ...thrown], kept: [] },
  { command: 'approve', asked: [{}], ends: ['user error'], kept: 'takes none' },
  {
    command: 'rehearse',
    asked: [{ budget: 60_000 }, { budget: 5000 }],
    ends: ['passed', 'waiting', 'failed', 'refused', ...thrown],
    kept: [],
  },
  {
    command: 'adopt',
    asked: [{ hop: hop.id, reason }, { hop: hop.id }],
    ends: [...done, ...notDone, ...thrown],
    kept: [],
  },
  { command: 'log', asked: [{}], ends: ['passed', ...faults], kept: 'takes none' },
  {
    command: 'mark-disposable',
    asked: [{ confirm: 'staging' }, { confirm: 'production' }],
    ends: [...done, 'waiting', 'refused', ...faults],
    kept: [],
  },
  { command: 'unlock', asked: [{ reason }, {}], ends: [...done, 'user error', 'system failure', 'defect'], kept: [] },
];

const stage = (approved: boolean): ClimbStage => ({
  ...logStage(silentLog),
  showPlan: () => undefined,
  approve: async () => (approved ? { kind: 'approved', by: 'engineer' } : { kind: 'declined', next: 'Another day.' }),
});

/** The terminal's own: one process each. */
const own: readonly Row[] = [
  {
    command: 'climb',
    work: (project, invocation) =>
      endOfRun(project, () => climbPath(project, invocation, stage(invocation.reason === undefined))),
    asked: [
      { target: hop.to, budget: 60_000 },
      { target: hop.to, reason: 'declined' },
    ],
    ends: [...done, 'waiting', 'failed', 'refused', ...faults],
    kept: [],
  },
  {
    command: 'rehearse',
    work: (project, invocation) => endOfRun(project, () => rehearsePath(project, invocation, stage(true))),
    asked: [{ target: hop.to }],
    ends: [...done, 'waiting', 'failed', 'refused', ...faults],
    kept: [],
  },
  {
    command: 'mark-disposable',
    work: (project, invocation) => markStaging(project, invocation, async () => invocation.reason ?? ''),
    asked: [{ reason: 'staging' }, { reason: 'something else' }],
    ends: [...done, 'waiting', 'refused', ...faults],
    kept: [],
  },
];

/** As an entry runs it. */
const invokeOn: Work = (project, invocation) => endOfRun(project, () => invokeOnProject(project, invocation));

/** These write nothing into the journal of a user's system. */
const withoutLease: Readonly<Record<string, string>> = {
  fleet: 'reads the journals of all systems, and takes no lease of any',
  init: 'writes files only',
  configure: 'plans, and writes files of the user',
  demo: 'climbs as "climb" does, in a folder that it removes',
};

const runs: readonly RunIdentity[] = [
  { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' },
  { kind: 'github', id: '7001', attempt: 1, actor: 'engineer' },
];

const working = (row: Row, asked: Partial<Invocation>) => {
  const invocation: Invocation = { command: row.command, ...asked };
  const { work = invokeOn } = row;
  return (project: Project) => work(project, invocation);
};

test('every command has a row', () => {
  for (const { name, only } of allCommands) {
    if (Object.hasOwn(withoutLease, name)) continue;
    const has = (list: readonly Row[]): boolean => list.some(({ command }) => command === name);
    const place = only === 'terminal' ? 'own' : 'rows';
    assert.ok(
      has(only === 'terminal' ? own : rows),
      `${name} has no row in "${place}": write how it can end, and whether it keeps the lease; or, in "withoutLease", why it never has one`,
    );
  }
  const known = allCommands.map(({ name }) => name);
  const covered = [...[...rows, ...own].map(({ command }) => command), ...Object.keys(withoutLease)];
  assert.deepEqual(
    covered.filter((name) => !known.includes(name)),
    [],
    'rows of commands that are no longer there',
  );
});

/** What is climbed, and the moments after its steps at which every command is run. */
const climbed = hopSequence({ deferrable: true, proveRestorePoint: false });
const looked =
  /^(read-backup|rehearse-(restore|deploy-from|smoke-to|deploy-again|report)|promote-(backup|smoke)|finalize-(migrate|report))$/;

async function momentsOf(run: RunIdentity): Promise<readonly Moment[]> {
  const steps: readonly (Partial<Invocation> & { readonly command: string; readonly id: string })[] = [
    { command: 'mark-disposable', confirm: 'staging', id: 'read-backup' },
    { command: 'plan', target: hop.to, id: 'read-backup' },
    ...climbed.map((step) => ({ ...step, hop: hop.id, id: `${step.job}-${step.id}` })),
  ];
  let moment = firstMoment();
  const moments = [moment];
  for (const { id, ...step } of steps) {
    const work = (project: Project) => invokeOn(project, { ...step });
    const { end, said, after } = await from(moment, { run, holding: false, work });
    assert.equal(end, 'passed', `${step.command}: ${said}`);
    moment = after;
    if (looked.test(id)) moments.push(moment);
  }
  return moments;
}

const troubles = ['silent', 'tests fail', 'deploys fail', 'somebody acts'] as const satisfies readonly Trouble[];

/** A command with many effects is disturbed at some of them: the first act, the last, and some between; and at requests. */
function placesOf({ effects, acts }: Pick<Ended, 'effects' | 'acts'>): readonly number[] {
  const own = [0, 0.4, 1].map((part) => acts[Math.round(part * (acts.length - 1))] ?? 1);
  const any = [0.15, 0.7].map((part) => Math.round(1 + part * (effects - 1)));
  return [...new Set([...own, ...any])];
}

const seen = new Map<Row, Set<End>>([...rows, ...own].map((row) => [row, new Set()]));

for (const run of runs) {
  describe(`the lease of a run of kind "${run.kind}"`, () => {
    let moments: readonly Moment[];
    before(async () => {
      moments = await momentsOf(run);
    });
    /** In a workflow an earlier step of the job has taken it. */
    const holding = run.kind === 'github';

    for (const row of [...rows, ...(run.kind === 'terminal' ? own : [])]) {
      const { command, asked: variants, ends, kept } = row;

      const look = async (moment: Moment, asked: Partial<Invocation>, wrong: Pick<Asked, 'trouble' | 'fault'>) => {
        const ended = await from(moment, { run, holding, work: working(row, asked), ...wrong });
        const { end, said, held } = ended;
        const what = `${command} ${JSON.stringify({ ...asked, ...wrong })} ended as ${end} (${said})`;
        assert.ok(ends.includes(end), `${what}, which is not in its row`);
        seen.get(row)?.add(end);
        const keeps = (kept === 'takes none' ? done : kept).includes(end) && wrong.trouble !== 'somebody acts';
        const is = held?.owner === leaseOwner(run) ? 'kept' : 'given back';
        assert.equal(is, holding && keeps ? 'kept' : 'given back', what);
        return ended;
      };

      test(`${command}, called with ${JSON.stringify(variants[0])}`, async () => {
        for (const asked of variants) {
          let home: { readonly moment: Moment; readonly ended: Ended } | undefined;
          for (const moment of moments) {
            const ended = await look(moment, asked, {});
            if (ended.end === 'passed') home ??= { moment, ended };
          }
          if (home === undefined) continue;
          for (const trouble of troubles) await look(home.moment, asked, { trouble });
          for (const kind of faults)
            for (const at of placesOf(home.ended)) await look(home.moment, asked, { fault: { kind, at } });
        }
      });
    }
  });
}

test('every end of the table was seen', () => {
  for (const [{ command, ends }, found] of seen) assert.deepEqual([...found].sort(), [...ends].sort(), command);
});
