import type { Situation } from '../core/history/situation.ts';
import { type HopTraits, isReversible } from '../core/model/sequence.ts';

type OfHop = Pick<Situation, 'hop' | 'traits'>;

export type StageReturn =
  /** In the way that the stage's definition names; nothing is lost. */
  'by-its-own' | 'by-restoring' | 'none';

/** How to roll back from the stage that a hop leads to; undefined for a path of releases. */
export function stageReturn({ hop, traits }: OfHop): StageReturn | undefined {
  if (traits.stages === undefined) return undefined;
  if (isReversible(traits, hop.to)) return 'by-its-own';
  return traits.dataless ? 'none' : 'by-restoring';
}

/** A sentence for whoever decides. */
export function stageReturnText(situation: OfHop): string | undefined {
  const { to, from } = situation.hop;
  switch (stageReturn(situation)) {
    case undefined:
      return undefined;
    case 'by-its-own':
      return `There is a way back from "${to}" to ${from}, and nothing is lost by it.`;
    case 'by-restoring':
      return `Only restoring the restore point goes back from "${to}".`;
    case 'none':
      return `There is no way back from "${to}": its definition names none, and there is no data that could be restored.`;
  }
}

/** What a person should know about a path that is not rehearsed, or has no restore point to go back to. */
export function pathWarnings(hops: readonly Situation['hop'][], traits: HopTraits): string[] {
  const { waiver, dataless } = traits;
  const lost = hops.filter((hop) => stageReturn({ hop, traits }) === 'none');
  return [
    ...(waiver === undefined ? [] : [`Nothing is rehearsed: the configuration waives staging, because "${waiver}".`]),
    ...(dataless ? ['There is no data: no backup is taken, and nothing could be restored.'] : []),
    ...(lost.length === 0
      ? []
      : [
          `There is no way back from ${new Intl.ListFormat('en').format(lost.map(({ to }) => to))}: no "back" is defined there.`,
        ]),
  ];
}
