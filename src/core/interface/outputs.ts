import type { FleetLeg } from '../model/fleet-leg.ts';
import type { MatrixHop } from '../model/matrix-hop.ts';

/** An output: what it holds, and its description. */
interface Output<Value> {
  readonly text: string;
  /** Only for types: no output has it. */
  readonly value?: Value;
}

const output = <Value>(text: string): Output<Value> => ({ text });

/**
 * What a command outputs besides its result, in the order of action.yml. Their names are API. Each command lists the
 * outputs that it sets.
 */
export const outputs = {
  hops: output<readonly MatrixHop[]>(
    'The hops of the planned path as a JSON list for a matrix; each has id, index, count, from, to, digest and, where parts are deployed with the release, parts. Reasons and manual steps are in the journal, by id.',
  ),
  count: output<number>('The number of hops on the planned path; 0 when production is already at the target.'),
  current: output<string>('The version that production was observed to run.'),
  target: output<string>('The version that the target resolved to.'),
  complete: output<boolean>(
    'Whether production has reached the target with all its migrations complete, true or false; in the report of one hop, whether that hop is complete on production.',
  ),
  start: output<'fresh' | 'resume'>(
    "What check found: fresh when production is healthy on the hop's from, resume when the hop was started and must be finished.",
  ),
  backup: output<string>('The id of the backup that was taken or restored.'),
  systems: output<readonly FleetLeg[]>(
    'The systems of a fleet to upgrade now, as a JSON list for a matrix; each has system, ring, target and operation. At most 256, the limit of a GitHub matrix.',
  ),
  'more-systems': output<readonly FleetLeg[]>('The systems beyond the first 256, for a second matrix.'),
  problems: output<number>('The number of problems that preflight found.'),
};

export type OutputName = keyof typeof outputs;

/** The outputs of a command that sets these. A step that was refused or failed may set none of them. */
export type OutputsOf<Name extends OutputName> = {
  readonly [Each in Name]?: NonNullable<(typeof outputs)[Each]['value']>;
};

/** What every step outputs. */
export const stepOutputs = {
  result:
    'How the step ended: passed, skipped, waiting, failed, unknown or refused. The step itself succeeds on the first three.',
  proceed: 'Whether the next step of the same job may run: true when the result is passed or skipped, otherwise false.',
  headline: 'One line saying what was done or found.',
};
