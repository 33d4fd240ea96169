import { isNothingToStart } from '../../core/decisions/nothing-to-start.ts';
import { decideSmoke } from '../../core/decisions/smoke.ts';
import { fitsIntoJob } from '../../core/decisions/validation.ts';
import { awaitedOf } from '../../core/decisions/wait.ts';
import { newestDeploy } from '../../core/history/newest-deploy.ts';
import { isComplete } from '../../core/history/rehearsal.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { validationText } from '../../core/messages/validation.ts';
import { referenceTo, releaseOn } from '../../core/model/hop.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import { releaseOf } from '../deploy/deploy.ts';
import { did, nothingElse, step } from '../frame/step.ts';
import { leftOfJob } from '../hop/budget.ts';
import { environmentOf } from '../hop/environment-input.ts';
import { allContentDigests, testsDigest } from '../hop/hop-contents.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';
import type { ReleaseInput } from '../hop/step-input.ts';
import { comparedTests } from './compared-tests.ts';
import { smokeRounds, type Tested } from './smoke-rounds.ts';

interface Smoked extends Tested {
  readonly version: string;
  readonly tests: readonly string[];
  readonly testsDigest: string;
  /** No probe of the product shows its migrations. */
  readonly isAssumed: boolean;
  readonly isValidation: boolean;
}

/** Runs the product's and the user's tests; the last test of a job also records that the rehearsal, or the hop, is complete. */
export const smoke = step({
  command: 'smoke',
  needs: { common: ['smoke', 'baseline'], logs: true },
  mindsRetry: true,
  open: (input: ReleaseInput) => ({
    environment: environmentOf(input, 'smoke'),
    release: releaseOf(input, 'smoke'),
  }),
  gather: nothingElse,
  decide: ({ opened: { environment, release }, situation }) => decideSmoke(environment, release, situation),
  act: async (context, _, { opened: { environment, release }, situation }) => {
    const { project, hop, live, placeholders } = context;
    const version = release === 'from' ? hop.from : hop.to;
    const filled = { ...placeholders, ...partPlaceholders(hop.parts?.[release]), version: releaseOn(hop, release) };
    const compared = release === 'to' ? comparedTests(context, filled, situation) : { tests: [], notes: [] };
    const tests = [...live.smokeTests(filled, newestDeploy(situation.record.entries, environment)), ...compared.tests];
    // Staging is tested once; what only time shows, it shows where people work.
    const validation = environment === 'production' ? project.configuration.validate : undefined;
    const fits = validation && fitsIntoJob(validation, leftOfJob(project));
    if (fits !== undefined && !isAct(fits)) return fits;
    const { observation } = situation;
    const { leftToMigrate } = awaitedOf(situation, environment);
    const end = await smokeRounds(context, { version, tests, observation, leftToMigrate, validation });
    if (end.kind !== 'tested') return end;
    return did<Smoked>({
      ...end,
      notes: [...compared.notes, ...end.notes],
      version,
      tests: tests.map(({ name }) => name),
      testsDigest: testsDigest(project),
      isAssumed: project.product.probes.migrations === undefined,
      isValidation: validation !== undefined,
    });
  },
  record: ({ version, migrations, milliseconds, rounds, ...smoked }, { opened }) => ({
    type: 'smoke-tested',
    release: opened.release,
    version,
    migrations,
    ...(smoked.isAssumed ? { assumed: true } : {}),
    tests: smoked.tests,
    testsDigest: smoked.testsDigest,
    milliseconds,
    ...(smoked.notes.length === 0 ? {} : { compared: smoked.notes }),
    ...(smoked.isValidation ? { validatedMilliseconds: milliseconds, rounds } : {}),
  }),
  conclude: async (context) => {
    await recordCompletion(context);
    return [];
  },
  report: ({ version, tests, notes, milliseconds, rounds, isValidation }, { opened: { environment } }) => {
    const passed = `${version} on ${environment} passed ${tests.length} of ${tests.length} smoke tests`;
    return {
      headline: isValidation
        ? `${passed}, ${validationText(milliseconds, rounds)}.`
        : `${passed} in ${durationText(milliseconds)}.`,
      details: [...tests, ...notes],
    };
  },
});

/** If this was the last thing missing, the journal says so: promotion and the report read that one fact. */
async function recordCompletion(context: HopStepContext): Promise<void> {
  const { project, environment, hop } = context;
  const situation = await context.situation();
  const reference = referenceTo(hop);
  if (environment === 'staging') {
    const { rehearsal } = situation;
    if (rehearsal.kind !== 'started' || !isComplete(rehearsal, project.traits)) return;
    const contents = allContentDigests(project);
    const { backup } = rehearsal;
    const on = backup === undefined ? {} : { backup };
    await project.journal.append({ type: 'rehearsed', hop: reference, ...on, contents });
    return;
  }
  const { promotion, observation } = situation;
  const waited = promotion.waited !== undefined && (promotion.migrating !== undefined || !project.traits.deferrable);
  const migrated = waited || isNothingToStart(situation);
  if (promotion.completed === undefined && promotion.smoked && migrated && observation.migrations.kind === 'done') {
    await project.journal.append({ type: 'completed', hop: reference });
  }
}
