import { z } from 'zod';
import { UserError } from '../errors.ts';
import { changedContents, contentDigests } from '../hop/digest.ts';
import { changedSince } from '../hop/estimate.ts';
import { type Hop, hopId } from '../hop/hop.ts';
import { hopsOf } from '../hop/planned-hop.ts';
import type { Entry, EntryOf } from '../journal/event.ts';
import { isOf } from '../journal/history.ts';
import { doneContents, hopDigest } from './hop-contents.ts';
import type { Project } from './project.ts';

const reason = z.looseObject({ rule: z.string(), text: z.string(), url: z.string().exactOptional() });
const manualStep = z.object({
  id: z.string(),
  text: z.string(),
  url: z.string().exactOptional(),
  acknowledged: z.boolean(),
});
const hopShape = z.object({
  id: z.string(),
  index: z.int().min(1),
  count: z.int().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  title: z.string(),
  digest: z.string(),
  reasons: z.array(reason),
  manual: z.array(manualStep),
});

/**
 * The hop that a step is for: JSON as `plan` put it into the matrix, or the id of a planned hop. Its digest is made
 * anew from the configuration that this runner has: what was approved is what is done.
 */
export function readHop(text: string | undefined, entries: readonly Entry[], project: Project): Hop {
  if (text === undefined) {
    throw new UserError({
      happened: 'The input "hop" is missing.',
      means: 'A step of a hop must know which hop it belongs to. Nothing was done.',
      next: 'Give it the matrix element that "plan" made (${{ toJSON(matrix.hop) }}), or the id of a planned hop such as 1.0.2--1.1.4.',
    });
  }
  const given = text.trimStart().startsWith('{') ? fromJson(text) : fromJournal(text.trim(), entries);
  const digest = hopDigest(project, given.from, given.to);
  if (digest === given.digest) return given;
  throw new UserError({
    happened: `The configuration is not the one that hop ${given.id} was planned with (digest ${given.digest.slice(0, 12)}, now ${digest.slice(0, 12)})${whatChanged(given, entries, project)}.`,
    means: 'What was planned and approved is not what would be done. Nothing was done.',
    next: 'Start a new run: it plans, rehearses and asks for approval with the present configuration. To finish what was begun, such as a rollback, bring the former one back first.',
  });
}

/** `: "environments.production.deploy" has changed since`; empty where the plan has not recorded it. */
function whatChanged({ id, digest }: Hop, entries: readonly Entry[], project: Project): string {
  const plan = entries.findLast(
    (entry): entry is EntryOf<'planned'> =>
      isOf(entry, 'planned') && entry.event.hops.some((hop) => hop.id === id && hop.digest === digest),
  );
  if (plan?.event.contents === undefined) return '';
  const changed = changedContents(plan.event.contents, contentDigests(doneContents(project)));
  if (changed.length === 0) return '';
  return `: ${changedSince(changed)}`;
}

function fromJson(text: string): Hop {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new UserError(
      {
        happened: 'The input "hop" begins like JSON but is none.',
        means: 'Nothing was done.',
        next: 'Hand on the matrix element as it is: ${{ toJSON(matrix.hop) }}.',
      },
      { cause },
    );
  }
  const parsed = hopShape.safeParse(json);
  if (!parsed.success || parsed.data.id !== hopId(parsed.data.from, parsed.data.to)) {
    throw new UserError({
      happened: `The input "hop" is not a hop as "plan" makes it${parsed.success ? ': its id does not fit its versions' : ''}.`,
      means: 'Nothing was done.',
      next: 'Hand on the matrix element as it is: ${{ toJSON(matrix.hop) }}.',
    });
  }
  return parsed.data;
}

/** Newest plan first. A new run plans from where production is, and one can still go back from the hop that led there. */
function fromJournal(id: string, entries: readonly Entry[]): Hop {
  const plans = entries.filter((entry) => isOf(entry, 'planned')).toReversed();
  for (const plan of plans) {
    const found = hopsOf(plan.event).find((hop) => hop.id === id);
    if (found !== undefined) return found;
  }
  const [last] = plans;
  const list = last === undefined ? '' : last.event.hops.map((hop) => hop.id).join(', ');
  throw new UserError({
    happened: `No path that was planned has a hop "${id}".`,
    means: 'Nothing was done.',
    next: list === '' ? 'Run "plan" first.' : `The hops that were planned last are: ${list}.`,
  });
}
