import { inEnvironment, isOf, latest } from '../journal/history.ts';
import type { TimedAct } from './decisions/promotion-time.ts';
import type { HopRecord } from './record.ts';

/**
 * How long the rest of a job on production will take, as the rehearsal of this hop took: from the act on to the job's end.
 * Undefined when the rehearsal did not time it. Milliseconds.
 */
export function expectedMilliseconds({ entries }: HopRecord, act: TimedAct): number | undefined {
  const staging = inEnvironment(entries, 'staging');
  const deployed = staging.findLast((entry) => isOf(entry, 'deployed') && entry.event.release === 'to');
  const deploy = deployed !== undefined && isOf(deployed, 'deployed') ? deployed.event.milliseconds : undefined;
  const migrate = latest(staging, 'waited')?.event.milliseconds;
  const smoke = latest(staging, 'smoke-tested')?.event.milliseconds ?? 0;
  const backup = entries.findLast((entry) => isOf(entry, 'backed-up') && entry.event.purpose === 'rehearsal');
  const backedUp = backup !== undefined && isOf(backup, 'backed-up') ? backup.event.milliseconds : undefined;
  switch (act) {
    case 'restore-point':
      return backedUp === undefined || deploy === undefined ? undefined : backedUp + deploy + smoke;
    case 'deploy':
      return deploy === undefined ? undefined : deploy + smoke;
    case 'migrate':
      return migrate === undefined ? undefined : migrate + smoke;
  }
}
