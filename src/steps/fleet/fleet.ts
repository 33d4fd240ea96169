import { type FleetTurns, fleetTurns, type Ring } from '../../core/decisions/fleet.ts';
import { type SystemProgress, systemProgress } from '../../core/history/system-progress.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { UserError } from '../../core/messages/errors.ts';
import { countText } from '../../core/messages/quantities.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import { type FleetLeg, matricesOf } from '../../core/model/fleet-leg.ts';
import { markdownOf } from '../../report/document-markdown.ts';
import { fleetDocument, fleetText } from '../../report/fleet-report.ts';
import { eachOf } from '../../world/each-of.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { isHolderGone } from '../hop/left-behind.ts';
import type { OpenFleet } from '../hop/read-project.ts';
import { saveFleetPage } from '../report/save-report.ts';

export type FleetInput = InputsOf<'config' | 'target' | 'operation' | 'output'>;

/** Journals that are read at the same time. */
const readAtOnce = 8;

/**
 * The state of each system of a fleet, from its journal, and which are next. It asks no server and changes nothing: each system
 * is planned by its own workflow, in its own environment.
 */
export async function fleet(
  { systems, rings: declared, product }: OpenFleet,
  input: FleetInput,
  { effects, run }: { readonly effects: Effects; readonly run: RunIdentity },
): Promise<CommandResult<'systems' | 'more-systems' | 'count' | 'target' | 'complete'>> {
  const now = effects.clock.now();
  const read = await eachOf(systems, readAtOnce, async ({ configuration, journal }) => {
    const tolerance = configuration.lock['clock-tolerance'];
    const terms = { now, tolerance, run, isGone: isHolderGone({ configuration, journal, effects }) };
    return [configuration.system, systemProgress(await journal.read(), terms)] as const;
  });
  const progress: ReadonlyMap<string, SystemProgress> = new Map(read);
  const rings = declared.map(
    ({ name, hold }): Ring => ({
      name,
      hold,
      systems: systems.filter(({ ring }) => ring === name).map(({ configuration }) => configuration.system),
    }),
  );
  const { target: given = 'unfinished', operation = 'climb' } = input;
  const turns = fleetTurns({ rings, progress, target: given, now });
  const legs = operation === 'plan' ? lookedAt(rings, turns, given) : going(turns);
  const facts = { turns, progress, now, product };
  const document = fleetDocument(facts);
  if (input.output !== undefined) await saveFleetPage(effects, input.output, { ...facts, document });
  const headline = headlineOf(turns, legs, systems.length);
  return {
    outcome: turns.complete ? 'passed' : 'waiting',
    headline,
    outputs: {
      ...matricesOf(legs),
      count: legs.length,
      ...(turns.target === undefined ? {} : { target: turns.target }),
      complete: turns.complete,
    },
    summary: markdownOf(document),
    text: fleetText(facts, effects.columns?.()),
    ...(turns.complete
      ? {}
      : { message: { happened: headline, means: 'The fleet is not complete.', next: nextOf(turns, legs) } }),
  };
}

/** @throws UserError if there is only one system */
export function refuseOneSystem(): never {
  throw new UserError({
    happened: 'The configuration is of a single system.',
    means: 'There is no fleet. Nothing was done.',
    next: 'Use "staged-upgrade report" for it, or write several systems under `systems:` (docs/fleet.md).',
  });
}

function going({ rings }: FleetTurns): FleetLeg[] {
  return rings.flatMap(({ ring, turns }) =>
    [...turns].flatMap(([system, turn]) =>
      turn.kind === 'goes' ? [{ system, ring: ring.name, target: turn.target, operation: 'climb' as const }] : [],
    ),
  );
}

/** A report covers all of them at once, whichever ring they are in. */
function lookedAt(rings: readonly Ring[], { target }: FleetTurns, given: string): FleetLeg[] {
  const wanted = given === 'unfinished' ? (target ?? 'newest') : given;
  return rings.flatMap(({ name, systems }) =>
    systems.map((system) => ({ system, ring: name, target: wanted, operation: 'plan' as const })),
  );
}

function headlineOf({ target, rings, complete }: FleetTurns, legs: readonly FleetLeg[], count: number): string {
  const there = rings.flatMap(({ turns }) => [...turns.values()]).filter(({ kind }) => kind === 'there').length;
  if (complete) return `All ${countText(count, 'system')} run ${target ?? ''}.`;
  const reached = target === undefined ? '' : `${there} of ${countText(count, 'system')} run ${target}; `;
  return `${reached}${legs.length === 0 ? 'none goes' : `${countText(legs.length, 'system')} ${legs.length === 1 ? 'goes' : 'go'}`} now.`;
}

function nextOf({ rings }: FleetTurns, legs: readonly FleetLeg[]): string {
  const stopped = rings.flatMap(({ turns }) =>
    [...turns].flatMap(([system, { kind }]) => (kind === 'stopped' ? [system] : [])),
  );
  if (stopped.length > 0)
    return `Look at ${stopped.join(', ')} first: what stopped there is in the table. The others continue.`;
  const closed = rings.map(({ closedBecause }) => closedBecause).find((because) => because !== undefined);
  if (legs.length > 0) return 'Their jobs plan and climb; a later run continues what is waiting, and the next ring.';
  return closed === undefined
    ? 'Start a climb of the fleet.'
    : `The next ring waits: ${closed}. A later run continues.`;
}
