import { compareMeasured, type Measured } from '../../core/decisions/baseline.ts';
import { inEnvironment, latest } from '../../core/history/entries.ts';
import type { Situation } from '../../core/history/situation.ts';
import type { Measure, SmokeTest } from '../../drivers/probes/probe.ts';
import { apartTest } from '../environment/apart.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

export interface ComparedTests {
  readonly tests: readonly SmokeTest[];
  /** What is reported about tests that cannot be compared: a sentence each. */
  readonly notes: readonly string[];
}

/** What was measured on the previous release, as tests of the newer one. */
export function comparedTests(
  { live, hop, environment }: HopStepContext,
  placeholders: Readonly<Record<string, string>>,
  { record }: Situation,
): ComparedTests {
  const before = latest(inEnvironment(record.entries, environment), 'baseline-taken')?.event.measures ?? [];
  const pairs = live.measures(placeholders).map((measure) => ({
    measure,
    was: before.find(({ name }) => name === measure.name),
  }));
  return {
    tests: pairs.flatMap(({ measure, was }) => {
      const apart = apartTest(measure, environment, record);
      return [
        ...(was === undefined ? [] : [comparison(measure, was, hop.from)]),
        ...(apart === undefined ? [] : [{ name: `${measure.name}, unlike that of ${apart.other}`, run: apart.run }]),
      ];
    }),
    notes: pairs.flatMap(({ measure, was }) =>
      was === undefined ? `"${measure.name}" is not compared: it was not measured of ${hop.from}.` : [],
    ),
  };
}

function comparison(measure: Measure, was: Measured, from: string): SmokeTest {
  const { name, rules } = measure;
  return {
    name: `${name}, compared with ${from}`,
    run: async (signal) => {
      const now = await measure.take(signal, was);
      return now.kind === 'unknown' ? now : compareMeasured(was, now.measured, rules);
    },
  };
}
