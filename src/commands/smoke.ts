import { decideSmoke } from '../hop/decisions/smoke.ts';
import { isComplete } from '../hop/rehearsal.ts';
import type { SmokeResult } from '../probes/smoke.ts';
import { durationText } from '../report/quantities.ts';
import { waysToRollBack } from '../report/way-back.ts';
import { releaseOf } from './deploy.ts';
import { environmentOf } from './environment-input.ts';
import { type HopStepContext, hopStep, isAct, type StepEnd } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/** Runs the product's and the user's tests; the last one of a job also says that the rehearsal, or the hop, is complete. */
export function smoke(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const environment = environmentOf(invocation);
  const release = releaseOf(invocation);
  return hopStep(opened, invocation, environment, async (context) => {
    const { project } = context;
    const situation = await context.situation();
    const decision = decideSmoke(environment, release, situation);
    if (!isAct(decision)) return decision;
    const { migrations } = situation.observation;
    if (migrations.kind === 'failed' || migrations.kind === 'unknown') {
      const why =
        migrations.kind === 'failed'
          ? `the migration ${migrations.current} has failed: ${migrations.error}`
          : migrations.reason;
      return {
        kind: migrations.kind,
        message: {
          happened: `No smoke test was made on ${environment}: ${why}.`,
          means: 'Health alone says nothing about migrations.',
          next: 'Correct the cause, then run again.',
        },
      };
    }
    const version = release === 'from' ? context.hop.from : context.hop.to;
    const started = project.effects.clock.now().getTime();
    const tests = context.live.smokeTests({ ...context.placeholders, version });
    const results = [];
    for (const test of tests) results.push({ name: test.name, result: await test.run(project.effects.signal) });
    const milliseconds = project.effects.clock.now().getTime() - started;
    const bad = results.filter(({ result }) => result.kind !== 'passed');
    if (bad.length > 0) return notPassed(context, version, bad);

    const names = results.map(({ name }) => name);
    await context.record({
      type: 'smoke-tested',
      release,
      version,
      migrations: migrations.kind,
      tests: names,
      milliseconds,
    });
    await recordCompletion(context);
    return {
      kind: 'done',
      headline: `${version} on ${environment} passed ${names.length} of ${names.length} smoke tests in ${durationText(milliseconds)}.`,
      details: names,
    };
  });
}

/** When this was the last thing missing, the journal says so: promotion and the report read that one fact. */
async function recordCompletion(context: HopStepContext): Promise<void> {
  const { project, environment, hop } = context;
  const situation = await context.situation();
  const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };
  if (environment === 'staging') {
    const { rehearsal } = situation;
    if (rehearsal.kind !== 'started' || !isComplete(rehearsal, project.traits)) return;
    await project.journal.append({ type: 'rehearsed', hop: reference, backup: rehearsal.backup });
    return;
  }
  const { promotion, observation } = situation;
  const migrated = promotion.waited !== undefined && (promotion.migrating !== undefined || !project.traits.deferrable);
  if (promotion.completed === undefined && promotion.smoked && migrated && observation.migrations.kind === 'done') {
    await project.journal.append({ type: 'completed', hop: reference });
  }
}

function notPassed(
  { environment, hop }: HopStepContext,
  version: string,
  bad: readonly { readonly name: string; readonly result: SmokeResult }[],
): StepEnd {
  const list = bad.map(({ name, result }) => `"${name}": ${result.kind === 'passed' ? '' : result.reason}`).join('; ');
  const message = {
    happened: `${version} on ${environment} did not pass its smoke tests: ${list}.`,
    means:
      environment === 'staging'
        ? 'The rehearsal has found this before production had to.'
        : `Production runs ${version}, and it does not do all that it must.`,
    next:
      environment === 'staging'
        ? 'Correct the cause, then start a new run: it rehearses anew.'
        : `Decide: correct the cause and run again, or, to go back, ${waysToRollBack(hop.id)}.`,
  };
  return { kind: bad.some(({ result }) => result.kind === 'failed') ? 'failed' : 'unknown', message };
}
