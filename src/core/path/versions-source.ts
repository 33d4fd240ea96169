import type { State } from '../model/state.ts';
import type { PathQuestion } from './path-question.ts';
import { planPath } from './planner.ts';
import type { PathSource } from './sources/source.ts';
import { labelOfVersion } from './sources/versions/version-scheme.ts';

/** What answers, in its own words, and the parts that were seen beside it. */
export interface VersionSeen {
  readonly text: string;
  readonly parts: State['parts'];
}

/** The present state, as a path over releases starts from it. */
export function startingAt({
  label,
  release = label,
  parts,
}: State): Pick<PathQuestion, 'current' | 'currentLabel' | 'parts'> {
  return { current: release, parts, ...(release === label ? {} : { currentLabel: label }) };
}

/** Releases under rules. */
export function versionsSource(
  knowledge: Omit<PathQuestion, 'current' | 'parts'>,
  title: string,
): PathSource<VersionSeen> {
  return {
    stateOf: ({ text, parts }) => {
      const label = labelOfVersion(text, knowledge.scheme, title);
      return label.kind === 'known' ? { kind: 'known', value: { label: label.value, parts } } : label;
    },
    pathTo: (current, target) => planPath({ ...knowledge, ...startingAt(current), target }),
  };
}
