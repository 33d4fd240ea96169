import type { FleetLeg } from '../model/fleet-leg.ts';
import type { MatrixHop } from '../model/matrix-hop.ts';

/** An output: what it holds, and what that is in words. */
interface Output<Value> {
  readonly text: string;
  /** Only for types: no output has it. */
  readonly value?: Value;
}

const output = <Value>(text: string): Output<Value> => ({ text });

/**
 * What a command gives besides what it ended as, in the order of action.yml. Their names are API. Which command gives which
 * stands with the command.
 */
export const outputs = {
  hops: output<readonly MatrixHop[]>(
    'The hops of the planned path as a JSON list for a matrix; each has id, index, count, from, to, digest and, where parts are deployed with the release, parts. Reasons and manual steps are in the journal, by id.',
  ),
  count: output<number>('The number of hops on the planned path, 0 when production is where it should be.'),
  current: output<string>('The version that production was observed to run.'),
  target: output<string>('The version that the target was resolved to.'),
  complete: output<boolean>(
    'Whether production has reached the target with all its migrations complete, true or false; in the report of one hop, whether that hop is complete on production.',
  ),
  start: output<'fresh' | 'resume'>(
    "What check found: fresh when production is healthy on the hop's from, resume when the hop was started and is to be finished.",
  ),
  backup: output<string>('The id of the backup that was taken or restored.'),
  systems: output<readonly FleetLeg[]>(
    'The systems of a fleet that go now as a JSON list for a matrix; each has system, ring, target and operation. At most 256, which is what GitHub starts of one matrix.',
  ),
  'more-systems': output<readonly FleetLeg[]>(
    'Those of them that are behind the first 256, for a matrix of their own.',
  ),
  problems: output<number>('The number of problems that preflight has found.'),
};

export type OutputName = keyof typeof outputs;

/** Those of a command that has these. A step that was refused, or has failed, may have nothing to give. */
export type OutputsOf<Name extends OutputName> = {
  readonly [Each in Name]?: NonNullable<(typeof outputs)[Each]['value']>;
};

/** What every step gives. */
export const stepOutputs = {
  result:
    'What the step ended as: passed, skipped, waiting, failed, unknown or refused. The step itself succeeds on the first three.',
  proceed: 'Whether the next step of the same job may run: true when the result is passed or skipped, otherwise false.',
  headline: 'One line that says what was done or found.',
};
