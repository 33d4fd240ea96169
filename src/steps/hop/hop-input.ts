import type { Project } from '../../config/project.ts';
import { changedSince } from '../../core/decisions/estimate.ts';
import { digestOnProduction } from '../../core/history/digest-on-production.ts';
import { isOf } from '../../core/history/entries.ts';
import { UserError } from '../../core/messages/errors.ts';
import { changedContents, contentDigests } from '../../core/model/digest.ts';
import type { Entry, EntryOf } from '../../core/model/event.ts';
import { type Hop, hopId } from '../../core/model/hop.ts';
import { matrixJson, readMatrixHop } from '../../core/model/matrix-hop.ts';
import { hopsOf } from '../../core/model/planned-hop.ts';
import { doneContents, hopDigest } from './hop-contents.ts';
import { typedHop } from './typed-hop.ts';

/**
 * The hop that a step is for: JSON as `plan` put it into the matrix, or the id of a planned hop. Either way it is looked up in
 * the journal. Its digest is computed again from the configuration that this runner has: what was approved is what is done.
 * @param wanted which one, if several plans have a hop of that id with different digests
 */
export function readHop(
  given: string | Hop | undefined,
  entries: readonly Entry[],
  project: Project,
  wanted: WantedHop = 'planned last',
): Hop {
  if (given === undefined) {
    throw new UserError({
      happened: 'The input "hop" is missing.',
      means: 'A step of a hop must know which hop it belongs to. Nothing was done.',
      next: 'Give it the id of a planned hop: in a terminal, --hop 1.0.2--1.1.4; in a workflow, the matrix element that "plan" made (${{ toJSON(matrix.hop) }}).',
    });
  }
  return asPlanned(typeof given === 'string' ? named(given, entries, wanted) : given, entries, project);
}

/** A rollback on production means the hop that is there, not one that was planned since. */
export type WantedHop = 'planned last' | 'on production';

function named(text: string, entries: readonly Entry[], wanted: WantedHop): Hop {
  return text.trimStart().startsWith('{') ? fromMatrix(text, entries) : byId(text.trim(), entries, wanted);
}

/**
 * The hop itself, if the configuration is the one that it was planned with.
 * @throws UserError if it is not
 */
export function asPlanned(given: Hop, entries: readonly Entry[], project: Project): Hop {
  const digest = hopDigest(project, given);
  if (digest === given.digest) return given;
  throw new UserError({
    happened: `The configuration is not the one that hop ${given.id} was planned with (digest ${given.digest.slice(0, 12)}, now ${digest.slice(0, 12)})${whatChanged(given, entries, project)}.`,
    means: 'This step would not do what was planned and approved. Nothing was done.',
    next: 'Start a new run: it plans, rehearses and asks for approval with the current configuration. To finish what was started, such as a rollback, restore the previous one first.',
  });
}

/** `: "environments.production.deploy" has changed since`; empty if the plan has not recorded it. */
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

/** A leg of the matrix is not trusted: it must be a hop of a plan in the journal, exactly as it is there. */
function fromMatrix(text: string, entries: readonly Entry[]): Hop {
  const reading = readMatrixHop(text);
  if (reading.kind === 'wrong') throw notOfTheMatrix(`is not a hop as "plan" makes it: ${reading.because}`);
  const { id, digest } = reading.hop;
  const planned = plansOf(entries).flatMap(({ event }) => hopsOf(event).filter((hop) => hop.id === id));
  const same = planned.filter((hop) => hop.digest === digest);
  const [newest] = same;
  if (newest !== undefined) {
    const asked = JSON.stringify(reading.hop);
    return same.find((hop) => matrixJson(hop) === asked) ?? newest;
  }
  throw notOfTheMatrix(
    planned.length === 0
      ? `names the hop ${id}, which is in no plan of the journal`
      : `names the hop ${id} with the digest ${digest.slice(0, 12)}, with which no plan of the journal has it`,
  );
}

function notOfTheMatrix(what: string): UserError {
  return new UserError({
    happened: `The input "hop" ${what}.`,
    means: 'Nothing was done.',
    next: 'Pass the matrix element unchanged, ${{ toJSON(matrix.hop) }}, or give the id of a planned hop such as 1.0.2--1.1.4.',
  });
}

/** Newest plan first. A new run plans from where production is, and the hop that led there can still be rolled back. */
function byId(id: string, entries: readonly Entry[], wanted: WantedHop): Hop {
  typedHop(id);
  const plans = plansOf(entries);
  const named = plans.flatMap(({ event }) =>
    hopsOf(event).filter((hop) => hop.id === id && hop.id === hopId(hop.from, hop.to)),
  );
  const digest = wanted === 'on production' ? digestOnProduction(entries, id) : undefined;
  const found = named.find((hop) => hop.digest === digest) ?? named[0];
  if (found !== undefined) return found;
  const [last] = plans;
  const list = last === undefined ? '' : last.event.hops.map((hop) => hop.id).join(', ');
  throw new UserError({
    happened: `No path that was planned has a hop "${id}".`,
    means: 'Nothing was done.',
    next: list === '' ? 'Run "plan" first.' : `The last planned hops are: ${list}.`,
  });
}

function plansOf(entries: readonly Entry[]): readonly EntryOf<'planned'>[] {
  return entries.filter((entry) => isOf(entry, 'planned')).toReversed();
}
