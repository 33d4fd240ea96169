import { type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Hop } from '../../core/model/hop.ts';
import { manualFindings } from './manual.ts';

/** What is known about the path when everything else is checked. */
export type PathFound =
  | {
      readonly kind: 'planned';
      readonly hops: readonly Hop[];
      readonly target: string;
      readonly remarks: readonly string[];
    }
  /** If production cannot be reached: what the last plan in the journal said. */
  | { readonly kind: 'recorded'; readonly hops: readonly Hop[] }
  | { readonly kind: 'refused'; readonly message: Message }
  | { readonly kind: 'not-known' };

const subject = 'the path';

/** What a path asks for by hand is said only where there is a path: nothing found is not "none". */
export function pathFindings(path: PathFound): Finding[] {
  switch (path.kind) {
    case 'planned':
      return [plannedFinding(path.hops, path.target), ...path.remarks.map(remarkFinding), ...manualFindings(path.hops)];
    case 'recorded':
      return [
        fine(subject, `As last planned: ${path.hops.map(({ title }) => title).join(', ')}.`),
        ...manualFindings(path.hops),
      ];
    case 'refused':
      return [problem(subject, path.message)];
    case 'not-known':
      return [
        {
          kind: 'cannot-tell',
          subject,
          happened: 'It is not known: production did not report its version here, and no path was planned yet.',
          means: 'What its hops need could not be checked.',
          next: 'Run plan first, or give --current.',
        },
      ];
  }
}

export function hopsToCheck(path: PathFound): readonly Hop[] {
  return path.kind === 'planned' || path.kind === 'recorded' ? path.hops : [];
}

function plannedFinding(hops: readonly Hop[], target: string): Finding {
  const first = hops.at(0);
  if (first === undefined)
    return fine(subject, `There is nothing to climb: production is already where ${target} leads.`);
  const labels = [first.from, ...hops.map(({ to }) => to)].join(' → ');
  return fine(subject, `${labels}, in ${hops.length} ${hops.length === 1 ? 'hop' : 'hops'}.`);
}

function remarkFinding(remark: string): Finding {
  return warning(subject, {
    happened: remark,
    means: 'It counts for nothing.',
    next: 'Correct it, or leave it out.',
  });
}
