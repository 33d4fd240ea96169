import { type Compared, compareApart, type Measured, type Taken } from '../../core/decisions/baseline.ts';
import { inEnvironment, latest } from '../../core/history/entries.ts';
import type { HopRecord } from '../../core/history/record.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { Measure } from '../../drivers/probes/probe.ts';

export interface ApartTest {
  readonly other: EnvironmentName;
  run(signal?: AbortSignal): Promise<Compared | Extract<Taken, { kind: 'unknown' }>>;
}

/**
 * Values that the two must not share. Measured anew, since a stored value only shows whether another is equal; undefined if
 * the other side was not measured in this hop.
 */
export function apartTest(measure: Measure, environment: EnvironmentName, record: HopRecord): ApartTest | undefined {
  if (!measure.rules.apart) return undefined;
  const other = environment === 'production' ? 'staging' : 'production';
  const there: readonly Measured[] =
    latest(inEnvironment(record.entries, other), 'baseline-taken')?.event.measures ?? [];
  const found = there.find(({ name }) => name === measure.name);
  if (found === undefined) return undefined;
  return {
    other,
    run: async (signal) => {
      const now = await measure.take(signal, found);
      return now.kind === 'unknown' ? now : compareApart(found, now.measured, other);
    },
  };
}
