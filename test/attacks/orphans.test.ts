import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { unlock } from '../../src/commands/unlock.ts';
import type { Project } from '../../src/config/project.ts';
import { takeLease } from '../../src/journal/lease-holding.ts';
import { openProject } from '../../src/steps/hop/open-project.ts';
import { underLease } from '../../src/steps/hop/under-lease.ts';
import { markOf, thisMachine } from '../../src/world/processes/process-mark.ts';
import { systemWitness } from '../../src/world/processes/witness.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { attackedSystem } from './attacked-system.ts';

const skip = thisMachine() === undefined ? 'this system has no /proc' : false;

/** A run of one user is killed while it holds the lease; another run comes with the same home folder or with its own. */
async function killed(t: TestContext, { sameHome }: { readonly sameHome: boolean }): Promise<Project> {
  const system = await attackedSystem(
    { dataOf: (file) => ({ sqlite: { file } }), production: 'live.sqlite', staging: 'copy.sqlite' },
    (end) => t.after(end),
  );
  const homes = await mkdtemp(join(tmpdir(), 'staged-upgrade-homes-'));
  t.after(() => rm(homes, { recursive: true, force: true }));
  const of = async (home: string, id: string): Promise<Project> => {
    const witness = systemWitness({ XDG_STATE_HOME: join(homes, home) });
    assert.ok(witness);
    const variables = { PRODUCTION: 'live.sqlite', STAGING: 'copy.sqlite' };
    const effects = databaseEffects(variables, { directory: system.folder });
    return await openProject(
      undefined,
      { ...effects, witness },
      { kind: 'terminal', id, attempt: 1, actor: 'engineer' },
    );
  };
  const first = await of('one', 'killed');
  const child = spawn('sleep', ['60']);
  assert.ok(child.pid);
  const mark = markOf(child.pid);
  assert.ok(mark);
  const notes = first.effects.witness?.self.notes;
  assert.ok(notes);
  const { run, journal, effects } = first;
  assert.equal((await takeLease(journal, { run, clock: effects.clock, process: { ...mark, notes } })).kind, 'taken');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return await of(sameHome ? 'one' : 'other', 'next');
}

const act = (project: Project) =>
  underLease<{ readonly kind: 'acted' }>(project, { preempt: false, entries: [] }, async () => ({ kind: 'acted' }));

test('a killed run is taken over at once if everything that it had started is visible', { skip }, async (t) => {
  assert.deepEqual(await act(await killed(t, { sameHome: true })), { kind: 'acted' });
});

test('another user can neither take it over nor unlock it: its deploy may still be at work', { skip }, async (t) => {
  const project = await killed(t, { sameHome: false });
  assert.equal((await act(project)).kind, 'waiting');
  const unlocked = await unlock.run(project, { reason: 'it was killed' });
  assert.equal(unlocked.outcome, 'refused');
  assert.match(unlocked.message?.happened ?? '', /recorded where only its own user can look \(engineer\)/);
});
