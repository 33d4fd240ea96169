import { stagingOf } from '../../config/environment-settings.ts';
import { decideMayBeEmptied } from '../../core/decisions/may-be-emptied.ts';
import { decideProof, decideRestoreAndScrub } from '../../core/decisions/restore.ts';
import { decideTakeStaging } from '../../core/decisions/take-staging.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { contentsText } from '../../core/model/contents.ts';
import type { DataReference } from '../../core/model/data.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import { runUserCommandOrFail } from '../../world/effects/user-command.ts';
import { storedFor } from '../backup/stored-backups.ts';
import { did, step } from '../frame/step.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import type { BackupInput } from '../hop/step-input.ts';
import { restoreBackup, whyNotAll } from './restore-backup.ts';
import { whyStorageIsShared } from './storage-apart.ts';

interface Restored {
  /** These two are left out if there is no data. */
  readonly backup?: string;
  readonly scrubbed?: Scrubbed;
  readonly headline: string;
}

/** Restores the rehearsal backup on staging, proves that nothing is missing, and scrubs the copy before the server starts. */
export const restore = step({
  command: 'restore',
  needs: { common: ['backup', 'decryption'], own: ['data', 'deploy', 'hooks.scrub'] },
  open: ({ purpose }: BackupInput) => ({ environment: 'staging', isProof: purpose === 'restore-point' }),
  gather: ({ project, hop }) => storedFor(project, hop),
  decide: ({ opened, situation, gathered: { stored, damaged } }) =>
    situation.traits.dataless
      ? decideTakeStaging(situation)
      : opened.isProof
        ? decideProof(situation, stored, damaged)
        : decideRestoreAndScrub(situation, stored),
  act: async (context, decision, { opened }) => {
    if (decision.how === 'take') return did<Restored>({ headline: decision.because });
    if (decision.how === 'scrub') {
      const scrubbed = await scrubCopy(context);
      return did<Restored>({ backup: decision.id, headline: decision.because, scrubbed });
    }
    const { backup } = decision;
    const { project } = context;
    const entries = await project.journal.read();
    const { system } = project.configuration;
    const mayReplace = (data: DataReference, now: LiveIdentity) =>
      decideMayBeEmptied({ backup, data, now, entries, system });
    // Before anything is fetched or stopped; what counts is what the emptying session sees.
    const refused = (await whyNotAll(context, backup, mayReplace)) ?? (await whyStorageIsShared(context, backup));
    if (refused !== undefined) return refused;
    const end = await restoreBackup(context, backup, mayReplace, opened.isProof ? 'point-proved' : 'restored');
    if (end.kind === 'settled') return end.settled;
    const { milliseconds, contents } = end;
    return did<Restored>({
      backup: backup.id,
      headline: `Restored ${backup.id} on staging in ${durationText(milliseconds)}: ${contentsText(contents)}, equal to the backup.`,
      scrubbed: await scrubCopy(context),
    });
  },
  record: ({ scrubbed }) =>
    scrubbed === undefined
      ? { type: 'staging-taken' }
      : { type: 'scrubbed', waived: scrubbed.isWaived, milliseconds: scrubbed.milliseconds },
  report: ({ backup, headline, scrubbed }) => ({
    headline,
    details: scrubbed === undefined ? [] : [`The copy was ${scrubbed.how.replace(/\.$/, '')}.`],
    outputs: backup === undefined ? {} : { backup },
  }),
});

interface Scrubbed {
  readonly isWaived: boolean;
  readonly milliseconds: number;
  /** What happened to it, to follow "The copy was". */
  readonly how: string;
}

/** A copy of live data must not write mail to patients: it is scrubbed before the server first starts on it. */
async function scrubCopy(context: HopStepContext): Promise<Scrubbed> {
  const { project, live } = context;
  const { scrub } = stagingOf(project.configuration).hooks;
  if (scrub === undefined) {
    return { isWaived: true, milliseconds: 0, how: 'not scrubbed: no hook "scrub" is configured' };
  }
  if ('waive' in scrub) return { isWaived: true, milliseconds: 0, how: `not scrubbed: ${scrub.waive}` };
  const started = project.effects.clock.now().getTime();
  await context.confirmLease();
  await project.effects.log.group('Hook scrub', () =>
    runUserCommandOrFail(
      scrub,
      live.context('environments.staging.hooks.scrub', context.placeholders),
      'The copy of live data was not scrubbed, so no server is started on it.',
    ),
  );
  const milliseconds = project.effects.clock.now().getTime() - started;
  return { isWaived: false, milliseconds, how: `scrubbed in ${durationText(milliseconds)}` };
}
