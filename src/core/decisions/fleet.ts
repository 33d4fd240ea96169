import type { SystemProgress } from '../history/system-progress.ts';
import { dayTime } from '../messages/moments.ts';

/** The systems of one ring; `hold` is how long each must have run the target before the next ring starts. Milliseconds. */
export interface Ring {
  readonly name: string;
  readonly hold: number;
  readonly systems: readonly string[];
}

export interface FleetQuestion {
  /** In their order. */
  readonly rings: readonly Ring[];
  readonly progress: ReadonlyMap<string, SystemProgress>;
  /** The target as given; `unfinished` to continue what was started. */
  readonly target: string;
  readonly now: Date;
}

/** What comes next for one system. */
export type Turn =
  /** `target` is passed to its plan. */
  | {
      readonly kind: 'goes';
      readonly target: string;
      readonly why: 'asked' | 'continues' | 'next-ring' | 'looked-at-again';
    }
  /** It runs the target. */
  | { readonly kind: 'there'; readonly holdsUntil: Date | undefined }
  /** Its ring has not started: `behind` is the one that it waits for. */
  | { readonly kind: 'later'; readonly behind: string }
  /** A run acts on it now. */
  | { readonly kind: 'acting' }
  /** A person has to look at it first. */
  | { readonly kind: 'stopped'; readonly because: string }
  /** Nobody has started anything. */
  | { readonly kind: 'idle' };

export interface RingTurns {
  readonly ring: Ring;
  readonly turns: ReadonlyMap<string, Turn>;
  /** Why the next ring may not start; undefined if it may. A clause. */
  readonly closedBecause: string | undefined;
}

export interface FleetTurns {
  /** The release that the fleet is going to; undefined while it is unknown. */
  readonly target: string | undefined;
  readonly rings: readonly RingTurns[];
  readonly complete: boolean;
}

/** Words that stand for a release and that only a plan of the system can resolve. */
const unresolved = /^(newest|newest-patch|\d+(\.\d+)?)$/;

/**
 * Which systems go now. The first ring goes to the target that a person gives. Each later ring goes to exactly the release
 * that the ring before it has run for its `hold`, never to one published in the meantime.
 */
export function fleetTurns(question: FleetQuestion): FleetTurns {
  const { rings } = question;
  const [first] = rings;
  const isAsked = question.target !== 'unfinished';
  const target = isAsked
    ? unresolved.test(question.target)
      ? undefined
      : question.target
    : lastAsked(first, question);
  const found: RingTurns[] = [];
  let behind: string | undefined;
  for (const ring of rings) {
    const turns =
      behind === undefined
        ? turnsOf(ring, target, { ...question, isFirst: found.length === 0 })
        : waiting(ring, behind, target, question);
    const closedBecause = behind === undefined ? whyClosed(ring, turns, target) : `ring ${behind} comes first`;
    found.push({ ring, turns, closedBecause });
    if (closedBecause !== undefined) behind ??= ring.name;
  }
  const complete =
    target !== undefined && found.every(({ turns }) => [...turns.values()].every(({ kind }) => kind === 'there'));
  return { target, rings: found, complete };
}

/** The target that the last run of the whole fleet gave the first ring. */
function lastAsked(first: Ring | undefined, { progress }: FleetQuestion): string | undefined {
  const asked = (first?.systems ?? []).flatMap((system) => progress.get(system)?.asked ?? []);
  return asked.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)?.target;
}

function turnsOf(
  ring: Ring,
  target: string | undefined,
  question: FleetQuestion & { readonly isFirst: boolean },
): ReadonlyMap<string, Turn> {
  return new Map(ring.systems.map((system) => [system, turnOf(system, ring, target, question)]));
}

function turnOf(
  system: string,
  ring: Ring,
  target: string | undefined,
  { progress, now, target: given, isFirst }: FleetQuestion & { readonly isFirst: boolean },
): Turn {
  const standing = progress.get(system);
  const isAsked = given !== 'unfinished';
  if (standing?.holder.kind === 'acting') return { kind: 'acting' };
  if (target === undefined) return isAsked ? { kind: 'goes', target: given, why: 'asked' } : { kind: 'idle' };
  if (standing?.runs?.label === target) return thereOrLook(standing.runs, ring, target, now);
  if (isAsked) return { kind: 'goes', target, why: isFirst ? 'asked' : 'next-ring' };
  if (standing?.climb.kind === 'stopped') return standing.climb;
  if (standing?.climb.kind === 'waits' && standing.climb.target === target)
    return { kind: 'goes', target: 'unfinished', why: 'continues' };
  return { kind: 'goes', target, why: isFirst ? 'continues' : 'next-ring' };
}

/** Running the target at the start and at the end of the hold counts as having held, and only a look after its end shows the second. */
function thereOrLook(runs: NonNullable<SystemProgress['runs']>, { hold }: Ring, target: string, now: Date): Turn {
  const until = Date.parse(runs.since) + hold;
  if (now.getTime() < until) return { kind: 'there', holdsUntil: new Date(until) };
  if (Date.parse(runs.seen) < until) return { kind: 'goes', target, why: 'looked-at-again' };
  return { kind: 'there', holdsUntil: undefined };
}

/** What has already started is finished, whatever the ring before it does now; nothing else is. */
function waiting(
  ring: Ring,
  behind: string,
  target: string | undefined,
  { progress, target: given }: FleetQuestion,
): ReadonlyMap<string, Turn> {
  return new Map(
    ring.systems.map((system): [string, Turn] => {
      const standing = progress.get(system);
      if (standing?.holder.kind === 'acting') return [system, { kind: 'acting' }];
      if (target !== undefined && standing?.runs?.label === target)
        return [system, { kind: 'there', holdsUntil: undefined }];
      if (standing?.climb.kind === 'stopped') return [system, standing.climb];
      if (given === 'unfinished' && standing?.climb.kind === 'waits')
        return [system, { kind: 'goes', target: 'unfinished', why: 'continues' }];
      return [system, { kind: 'later', behind }];
    }),
  );
}

function whyClosed(ring: Ring, turns: ReadonlyMap<string, Turn>, target: string | undefined): string | undefined {
  if (target === undefined) return `the target of ring ${ring.name} is not known yet`;
  const open = [...turns].filter(([, { kind }]) => kind !== 'there').map(([system]) => system);
  if (open.length > 0)
    return `${named(open)} of ring ${ring.name} ${open.length === 1 ? 'has' : 'have'} not held ${target} yet`;
  const until = [...turns.values()].flatMap((turn) =>
    turn.kind === 'there' && turn.holdsUntil !== undefined ? [turn.holdsUntil.getTime()] : [],
  );
  if (until.length === 0) return undefined;
  return `ring ${ring.name} holds ${target} until ${dayTime(new Date(Math.max(...until)).toISOString())}`;
}

const maxNamed = 3;

function named(systems: readonly string[]): string {
  if (systems.length <= maxNamed) return systems.join(', ');
  return `${systems.slice(0, maxNamed).join(', ')} and ${systems.length - maxNamed} more`;
}
