import type { Project } from '../config/project.ts';
import { isOf } from '../core/history/entries.ts';
import { namedStates } from '../core/history/named-states.ts';
import { unfinishedRestore, wasRestored } from '../core/history/production-data.ts';
import { finishRestoreFirst, finishRollback } from '../core/history/way-back.ts';
import { SystemFailure, UserError } from '../core/messages/errors.ts';
import { dayTime } from '../core/messages/moments.ts';
import type { Entry, EntryOf } from '../core/model/event.ts';
import type { Observation } from '../core/model/observation.ts';
import { hopDigest } from '../steps/hop/hop-contents.ts';
import type { PlanInput } from './plan-input.ts';

/**
 * The version that answers on a half-restored database proves nothing, so no path starts there.
 * @throws SystemFailure while a restore over production is unfinished
 */
export function refuseHalfRestored(project: Project, entries: readonly Entry[]): void {
  const restoring = unfinishedRestore(entries);
  if (restoring === undefined) return;
  const { hop } = restoring.event;
  const hops = entries.flatMap((entry) => (isOf(entry, 'planned') ? entry.event.hops : []));
  const planned = hops.findLast(({ id, digest }) => id === hop.id && digest === hop.digest);
  const isOtherwiseConfigured = planned !== undefined && hopDigest(project, planned) !== hop.digest;
  const restored = wasRestored(entries, restoring);
  throw new SystemFailure(finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }));
}

/**
 * What production runs.
 * @returns its label: that of its release, or one that a plan has given it
 * @param rollback one that was started and not finished
 * @throws SystemFailure if production reports no version, and UserError if it reports another version than the user gave
 */
export function observedVersion(
  { version }: Observation,
  { current: given }: PlanInput,
  rollback: EntryOf<'rolling-back'> | undefined,
  entries: readonly Entry[],
): string {
  if (version.kind === 'unknown') {
    const happened = `The version of production could not be determined: ${version.reason}.`;
    const means = 'A path is planned from what production runs, so none was planned.';
    if (rollback === undefined) {
      throw new SystemFailure({
        happened,
        means,
        next: 'Make sure that the server runs and that this runner can reach environments.production.url. In a terminal, --offline plans from what --current says.',
      });
    }
    const { id } = rollback.event.hop;
    throw new SystemFailure({
      happened,
      means: `The rollback of hop ${id} was started on ${dayTime(rollback.at)} and is not finished. ${means}`,
      next: finishRollback(id),
    });
  }
  refuseOtherVersion(version.value, given, entries);
  return version.value;
}

/**
 * @param expected what may be given besides what runs: the two sides of a hop that is half done, since a run that resumes
 * it is started like the first one
 * @throws UserError if production reports another version than the user gave
 */
export function refuseOtherVersion(
  label: string,
  given: string | undefined,
  entries: readonly Entry[],
  expected: readonly string[] = [],
): void {
  const release = namedStates(entries).find((state) => state.label === label)?.release ?? label;
  if (given === undefined || [label, release, ...expected].includes(given)) return;
  throw new UserError({
    happened: `The input "current" is "${given}", but production runs ${label}.`,
    means: 'One of the two is wrong, so no path was planned.',
    next: 'Leave "current" out, or find out which server answers at environments.production.url.',
  });
}
