import type { JournalFile } from './journal-files.ts';

/*
 * What must hold for a journal's entries by themselves, derived only from what is written.
 */

/** @param backups the ids of the backups that are there and whole */
export function judgeEntries(entries: readonly JournalFile[], backups: ReadonlySet<string>): string[] {
  return [
    ...actsWithoutLease(entries),
    ...promotionsUnprepared(entries),
    ...entries.flatMap(({ sequence, event: { type, backup } }) =>
      backup === undefined || backups.has(backup)
        ? []
        : [`entry ${sequence} (${type}) names the backup ${backup}, which is not in the store`],
    ),
  ];
}

/** One run at a time acts: whatever a run records about an environment it records while it holds the lease. */
function actsWithoutLease(entries: readonly JournalFile[]): string[] {
  const faults: string[] = [];
  let fence = 0;
  let holder: { readonly run: string; readonly until: string } | undefined;
  for (const { sequence, at, run, event } of entries) {
    const { type, expiresAt = '' } = event;
    if (type === 'lease-taken') {
      if (event.fence !== fence + 1) continue;
      if (holder !== undefined && holder.run !== run.id && holder.until > at && event.preempted === undefined)
        faults.push(`entry ${sequence}: run ${run.id} took the lease that ${holder.run} has until ${holder.until}`);
      fence += 1;
      holder = { run: run.id, until: expiresAt };
    } else if (holder?.run === run.id && event.fence === fence && type.startsWith('lease-')) {
      holder = type === 'lease-renewed' ? { run: run.id, until: expiresAt } : undefined;
    } else if (event.environment !== undefined && type !== 'ended' && holder?.run !== run.id) {
      faults.push(`entry ${sequence}: run ${run.id} recorded "${type}" while ${holder?.run ?? 'nobody'} had the lease`);
    }
  }
  return faults;
}

/** A release goes to production only after a rehearsal that passed and a restore point, both of the same digest. */
function promotionsUnprepared(entries: readonly JournalFile[]): string[] {
  return entries.flatMap(({ sequence, event }, index) => {
    if (event.type !== 'deploying' || event.environment !== 'production') return [];
    const earlier = entries.slice(0, index).filter((entry) => entry.event.hop?.digest === event.hop?.digest);
    const rehearsed = earlier.some((entry) => entry.event.type === 'rehearsed');
    const point = earlier.some((entry) => entry.event.purpose === 'restore-point');
    return [
      ...(rehearsed ? [] : [`entry ${sequence}: ${event.version} goes to production without a rehearsal`]),
      ...(point ? [] : [`entry ${sequence}: ${event.version} goes to production without a restore point`]),
    ];
  });
}
