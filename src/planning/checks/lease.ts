import type { Holder } from '../../core/history/whereabouts.ts';
import { type Finding, fine, warning } from '../../core/messages/finding.ts';
import type { Message } from '../../core/messages/message.ts';
import { dayTime } from '../../core/messages/moments.ts';

const subject = 'the lease';

/**
 * A run that has died keeps every other one waiting until its lease has expired.
 * @param atWork says that a command of a killed run is still running here: nothing may act beside it
 */
export function leaseFinding(holder: Holder, atWork?: Message): Finding {
  if (atWork !== undefined) return warning(subject, atWork);
  if (holder.kind === 'nobody') return fine(subject, 'Nobody holds it: a run may start at once.');
  const { lease, since, freeAt } = holder;
  const who = `${lease.owner} (${lease.run.actor}) has held it since ${dayTime(since)}`;
  if (holder.kind === 'gone')
    return warning(subject, {
      happened: `${who}, and its process is gone from this machine.`,
      means: 'That run was killed, and what it was doing may be half done. The next run here takes over at once.',
      next: 'See what it left behind: staged-upgrade report.',
    });
  return holder.kind === 'lapsed'
    ? warning(subject, {
        happened: `${who}, and did not release it; it expired at ${dayTime(lease.expiresAt)}.`,
        means: 'That run has died, and what it was doing may be half done. The next run takes over.',
        next: 'See what it left behind: staged-upgrade report.',
      })
    : warning(subject, {
        happened: `${who}; unless renewed it expires at ${dayTime(lease.expiresAt)}.`,
        means: `Two runs never act at once: others may act from ${dayTime(freeAt)} on, since clocks may differ.`,
        next: 'Let that run finish. If it is dead, staged-upgrade unlock says what it takes to continue at once.',
      });
}
