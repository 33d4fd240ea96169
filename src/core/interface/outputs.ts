import type { FleetLeg } from '../model/fleet-leg.ts';
import type { MatrixHop } from '../model/matrix-hop.ts';

/** What a command gives besides what it ended as. Their names are API. */
export interface OutputValues {
  readonly hops: readonly MatrixHop[];
  readonly count: number;
  readonly current: string;
  readonly target: string;
  readonly complete: boolean;
  readonly start: 'fresh' | 'resume';
  readonly backup: string;
  readonly problems: number;
  readonly systems: readonly FleetLeg[];
  readonly 'more-systems': readonly FleetLeg[];
}

export type OutputName = keyof OutputValues;

/** Those of a command that has these. A step that was refused, or has failed, may have nothing to give. */
export type OutputsOf<Name extends OutputName> = Partial<Pick<OutputValues, Name>>;

/** In the order of action.yml. Which command gives which stands with the command. */
export const outputs: { readonly [Name in OutputName]: string } = {
  hops: 'The hops of the planned path as a JSON list for a matrix; each has id, index, count, from, to, digest and, where parts are deployed with the release, parts. Reasons and manual steps are in the journal, by id.',
  count: 'The number of hops on the planned path, 0 when production is where it should be.',
  current: 'The version that production was observed to run.',
  target: 'The version that the target was resolved to.',
  complete:
    'Whether production has reached the target with all its migrations complete, true or false; in the report of one hop, whether that hop is complete on production.',
  start:
    "What check found: fresh when production is healthy on the hop's from, resume when the hop was started and is to be finished.",
  backup: 'The id of the backup that was taken or restored.',
  systems:
    'The systems of a fleet that go now as a JSON list for a matrix; each has system, ring, target and operation. At most 256, which is what GitHub starts of one matrix.',
  'more-systems': 'Those of them that are behind the first 256, for a matrix of their own.',
  problems: 'The number of problems that preflight has found.',
};

/** What every step gives. */
export const stepOutputs = {
  result:
    'What the step ended as: passed, skipped, waiting, failed, unknown or refused. The step itself succeeds on the first three.',
  proceed: 'Whether the next step of the same job may run: true when the result is passed or skipped, otherwise false.',
  headline: 'One line that says what was done or found.',
};

export function isOutputName(name: string): name is OutputName {
  return Object.hasOwn(outputs, name);
}
