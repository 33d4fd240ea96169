import type { Project } from '../../config/project.ts';
import { isNothingToStart } from '../../core/decisions/nothing-to-start.ts';
import { decideSmoke } from '../../core/decisions/smoke.ts';
import { fitsIntoJob } from '../../core/decisions/validation.ts';
import { awaitedOf } from '../../core/decisions/wait.ts';
import { isComplete } from '../../core/history/rehearsal.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { validationText } from '../../core/messages/validation.ts';
import { referenceTo } from '../../core/model/hop.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import { releaseOf } from '../deploy/deploy.ts';
import { leftOfJob } from '../hop/budget.ts';
import { environmentOf } from '../hop/environment-input.ts';
import { allContentDigests, testsDigest } from '../hop/hop-contents.ts';
import { type HopStepContext, hopStep, isAct } from '../hop/hop-step.ts';
import type { ReleaseInput } from '../hop/step-input.ts';
import { smokeRounds } from './smoke-rounds.ts';

/** Runs the product's and the user's tests; the last one of a job also says that the rehearsal, or the hop, is complete. */
export function smoke(opened: Project, input: ReleaseInput): Promise<CommandResult> {
  const environment = environmentOf(input, 'smoke');
  const release = releaseOf(input, 'smoke');
  return hopStep(opened, { ...input, command: 'smoke' }, environment, async (context) => {
    const { project } = context;
    const situation = await context.situation();
    const decision = decideSmoke(environment, release, situation);
    if (!isAct(decision)) return decision;
    const version = release === 'from' ? context.hop.from : context.hop.to;
    const tests = context.live.smokeTests({
      ...context.placeholders,
      ...partPlaceholders(context.hop.parts?.[release]),
      version,
    });
    // Staging is there to be tested once; what time shows, it shows where people work.
    const validation = environment === 'production' ? project.configuration.validate : undefined;
    const fits = validation && fitsIntoJob(validation, leftOfJob(project));
    if (fits !== undefined && !isAct(fits)) return fits;
    const { observation } = situation;
    const { leftToMigrate } = awaitedOf(situation, environment);
    const end = await smokeRounds(context, { version, tests, observation, leftToMigrate, validation });
    if (end.kind !== 'tested') return end;

    const { migrations, milliseconds, rounds } = end;
    const validated = validation === undefined ? {} : { validatedMilliseconds: milliseconds, rounds };
    const names = tests.map(({ name }) => name);
    await context.record({
      type: 'smoke-tested',
      release,
      version,
      migrations,
      ...(project.product.probes.migrations === undefined ? { assumed: true } : {}),
      tests: names,
      testsDigest: testsDigest(project),
      milliseconds,
      ...validated,
    });
    await recordCompletion(context);
    const passed = `${version} on ${environment} passed ${names.length} of ${names.length} smoke tests`;
    return {
      kind: 'done',
      headline:
        validation === undefined
          ? `${passed} in ${durationText(milliseconds)}.`
          : `${passed}, ${validationText(milliseconds, rounds)}.`,
      details: names,
    };
  });
}

/** When this was the last thing missing, the journal says so: promotion and the report read that one fact. */
async function recordCompletion(context: HopStepContext): Promise<void> {
  const { project, environment, hop } = context;
  const situation = await context.situation();
  const reference = referenceTo(hop);
  if (environment === 'staging') {
    const { rehearsal } = situation;
    if (rehearsal.kind !== 'started' || !isComplete(rehearsal, project.traits)) return;
    const contents = allContentDigests(project);
    await project.journal.append({ type: 'rehearsed', hop: reference, backup: rehearsal.backup, contents });
    return;
  }
  const { promotion, observation } = situation;
  const waited = promotion.waited !== undefined && (promotion.migrating !== undefined || !project.traits.deferrable);
  const migrated = waited || isNothingToStart(situation);
  if (promotion.completed === undefined && promotion.smoked && migrated && observation.migrations.kind === 'done') {
    await project.journal.append({ type: 'completed', hop: reference });
  }
}
