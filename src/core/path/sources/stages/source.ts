import { hopId } from '../../../model/hop.ts';
import type { Reading } from '../../../model/observation.ts';
import type { PathDetails, PathPlan, PathStep, UnknownRelease } from '../../../model/path-plan.ts';
import type { State } from '../../../model/state.ts';
import type { PathSource } from '../source.ts';
import type { Stage, StagesSeen } from './stages.ts';

/**
 * A path that a user lists: its stages one after the other, none left out.
 * @param title what is changed, for messages
 */
export function stagesSource(stages: readonly Stage[], title: string): PathSource<StagesSeen> {
  return {
    stateOf: (seen) => stateOf(stages, seen),
    pathTo: (current, target) => pathTo(stages, title, current, target),
  };
}

/**
 * The last stage that is reached: what an earlier one has set up may well still be there. If a later stage could not be
 * probed, it might be reached, so the state is unknown.
 */
function stateOf(stages: readonly Stage[], seen: StagesSeen): Reading<State> {
  const reasons: string[] = [];
  for (const { name, parts } of stages.toReversed()) {
    const reached = seen[name] ?? { kind: 'unknown', reason: 'it was not probed' };
    if (reached.kind === 'yes') return { kind: 'known', value: { label: name, parts } };
    if (reached.kind === 'unknown') {
      const { reason, refused } = reached;
      const said = `whether the stage "${name}" is reached could not be determined: ${reason}`;
      return { kind: 'unknown', reason: said, ...(refused === undefined ? {} : { refused }) };
    }
    reasons.unshift(`"${name}": ${reached.reason}`);
  }
  return { kind: 'unknown', reason: `none of its stages is reached (${reasons.join('; ')})` };
}

function pathTo(stages: readonly Stage[], title: string, current: State, target: string): PathPlan {
  const places = new Map(stages.map(({ name }, place) => [name, place]));
  const from = places.get(current.label);
  if (from === undefined) return unknownStage('current', current.label, stages, title);
  const to = isLast(target) ? stages.length - 1 : places.get(target);
  if (to === undefined) return unknownStage('target', target, stages, title);
  const ends = { current: current.label, target: stages[to]?.name ?? target, details: detailsOf(stages, title) };
  if (to === from) {
    const last = to === stages.length - 1 ? ', the last stage' : '';
    return {
      ...ends,
      kind: 'already-there',
      message: {
        happened: `${title} is at "${ends.target}"${last}.`,
        means: 'There is nothing to do.',
        next: last === '' ? `The stages after it are ${namesOf(stages.slice(to + 1))}.` : '',
      },
    };
  }
  if (to < from) {
    const back = hopId(stages[from - 1]?.name ?? '', current.label);
    return {
      ...ends,
      kind: 'downgrade',
      message: {
        happened: `"${ends.target}" is before "${current.label}", where ${title} is.`,
        means: 'A path only goes forward, so none was planned.',
        next: `To continue, name a target from ${current.label} on. To go back one stage that was climbed by this tool: staged-upgrade rollback --hop ${back}; it says whether it is possible to go back from that stage. What was moved by hand is moved back by hand.`,
      },
    };
  }
  return { ...ends, kind: 'path', steps: stepsOf(stages, current, { from, to }), notes: [] };
}

/** `newest` asks for the end of every path. */
function isLast(target: string): boolean {
  return target === 'newest';
}

function stepsOf(
  stages: readonly Stage[],
  current: State,
  { from, to }: { readonly from: number; readonly to: number },
): PathStep[] {
  let { parts } = current;
  return stages.slice(from + 1, to + 1).map((stage, index): PathStep => {
    const { name, title, reason, url, manual } = stage;
    const before = parts;
    parts = { ...before, ...stage.parts };
    const hasParts = Object.keys(parts).length > 0;
    return {
      from: stages[from + index]?.name ?? current.label,
      to: name,
      tag: name,
      reasons: [{ rule: 'stages', text: `${title}: ${reason}`, ...(url === undefined ? {} : { url }) }],
      manual,
      notes: [],
      parts: [],
      ...(hasParts ? { partVersions: { from: before, to: parts } } : {}),
    };
  });
}

function unknownStage(
  which: 'current' | 'target',
  asked: string,
  stages: readonly Stage[],
  title: string,
): UnknownRelease {
  return {
    kind: 'unknown-release',
    which,
    asked,
    message: {
      happened:
        which === 'current'
          ? `"${asked}" is not a stage of ${title}.`
          : `The target "${asked}" is not a stage of ${title}.`,
      means: 'No path was planned.',
      next: `Its stages are, in order: ${namesOf(stages)}. "newest" is the last of them.`,
    },
    nearest: {},
    details: detailsOf(stages, title),
  };
}

function detailsOf(stages: readonly Stage[], title: string): PathDetails {
  return {
    source: `the definition of ${title}`,
    releases: stages.length,
    unit: 'stage',
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: [],
  };
}

function namesOf(stages: readonly Stage[]): string {
  return stages.map(({ name }) => name).join(', ');
}
