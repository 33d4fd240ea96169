import type { Measured } from '../../core/decisions/baseline.ts';
import { cannotTell, refuse, type Settled } from '../../core/decisions/decision.ts';
import type { HopRecord } from '../../core/history/record.ts';
import { releaseOn } from '../../core/model/hop.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import { apartTest } from '../environment/apart.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/**
 * Measures what the previous release does while it still serves, and records it. A value that cannot be measured now could
 * never be compared, so then nothing is deployed.
 * @returns why it could not be measured
 */
export async function takeBaseline(context: HopStepContext, record: HopRecord): Promise<Settled | undefined> {
  const { project, live, hop, environment, placeholders } = context;
  const measures = live.measures({
    ...placeholders,
    ...partPlaceholders(hop.parts?.from),
    version: releaseOn(hop, 'from'),
  });
  if (measures.length === 0) return undefined;
  const taken: Measured[] = [];
  for (const measure of measures) {
    const apart = apartTest(measure, environment, record);
    const shared = await apart?.run(project.effects.signal);
    if (apart !== undefined && shared?.kind === 'failed') {
      return refuse(
        `"${measure.name}" of ${environment} is the same as that of ${apart.other}.`,
        `Either both addresses lead to one server, or the copy poses as ${environment}. Nothing was deployed.`,
        'Compare the addresses ("url") and the data stores of both. A copy must get its own value when it is restored, or in the scrub hook.',
      );
    }
    const end = await measure.take(project.effects.signal);
    if (end.kind === 'unknown') {
      return cannotTell(
        `"${measure.name}" could not be measured on ${environment}, where ${hop.from} runs: ${end.reason}.`,
        `Without it nothing would show whether ${hop.to} does equally well. Nothing was deployed.`,
        'Correct the measure under "baseline", or the cause, then run again.',
      );
    }
    taken.push(end.measured);
  }
  await context.record({ type: 'baseline-taken', version: hop.from, measures: taken });
  return undefined;
}
