import { SystemFailure, UserError } from '../errors.ts';
import type { Observation } from '../hop/observation.ts';
import { unfinishedRestore, wasPutBack } from '../hop/production-data.ts';
import type { Entry, EntryOf } from '../journal/event.ts';
import { isOf } from '../journal/history.ts';
import { finishRestoreFirst, finishRollback } from '../report/way-back.ts';
import { hopDigest } from './hop-contents.ts';
import type { Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/**
 * Whatever answers on a database that is half replaced says nothing about it, so no path starts there.
 * @throws SystemFailure while a restore over production is not finished
 */
export function refuseHalfRestored(project: Project, entries: readonly Entry[]): void {
  const restoring = unfinishedRestore(entries);
  if (restoring === undefined) return;
  const { hop } = restoring.event;
  const hops = entries.flatMap((entry) => (isOf(entry, 'planned') ? entry.event.hops : []));
  const planned = hops.findLast(({ id, digest }) => id === hop.id && digest === hop.digest);
  const isOtherwiseConfigured = planned !== undefined && hopDigest(project, planned) !== hop.digest;
  const putBack = wasPutBack(entries, restoring);
  throw new SystemFailure(finishRestoreFirst({ restoring, putBack, isOtherwiseConfigured }));
}

/**
 * What production runs.
 * @param rollback one that was begun and not finished
 * @throws SystemFailure when production does not tell, and UserError when it tells another version than the user gave
 */
export function observedVersion(
  { version }: Observation,
  { current: given }: Invocation,
  rollback: EntryOf<'rolling-back'> | undefined,
): string {
  if (version.kind === 'unknown') {
    const happened = `Production does not tell its version: ${version.reason}.`;
    const means = 'A path is planned from what production runs, so none was planned.';
    if (rollback === undefined) {
      throw new SystemFailure({
        happened,
        means,
        next: 'See that the server runs and that this runner reaches environments.production.url. In a terminal, --offline plans from what --current says.',
      });
    }
    const { id } = rollback.event.hop;
    throw new SystemFailure({
      happened,
      means: `The rollback of hop ${id} was begun on ${rollback.at} and is not finished. ${means}`,
      next: finishRollback(id),
    });
  }
  if (given !== undefined && given !== version.value) {
    throw new UserError({
      happened: `The input "current" is "${given}", but production runs ${version.value}.`,
      means: 'One of the two is wrong, so no path was planned.',
      next: 'Leave "current" out, or find out which server answers at environments.production.url.',
    });
  }
  return version.value;
}
