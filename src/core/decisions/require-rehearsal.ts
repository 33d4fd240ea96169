import { isOf } from '../history/entries.ts';
import type { Situation } from '../history/situation.ts';
import { refuse, type Settled } from './decision.ts';
import { refusesWaiver } from './waiver.ts';

/** Why production may not be touched yet as far as the rehearsal is concerned; undefined if it may. */
export function missingRehearsal(situation: Situation): Settled | undefined {
  const { hop, rehearsal, traits } = situation;
  if (rehearsal.kind === 'waived') return refusesWaiver(traits) ?? unrecordedWaiver(situation, rehearsal.because);
  if (rehearsal.kind === 'void') {
    return notRehearsed(
      `The rehearsal of ${hop.id} does not count: ${rehearsal.because}.`,
      'Production was not touched.',
    );
  }
  if (rehearsal.kind !== 'passed') {
    return notRehearsed(
      `Hop ${hop.id} with digest ${hop.digest.slice(0, 12)} was not rehearsed${rehearsal.kind === 'started' ? ' to the end' : ''}.`,
      'What is approved must be what was rehearsed. Production was not touched.',
    );
  }
  return undefined;
}

function notRehearsed(happened: string, means: string): Settled {
  return refuse(happened, means, 'Start a new run: it rehearses this hop first.');
}

/** Keeps the reason for a missing rehearsal in the journal, recorded before production was changed. */
function unrecordedWaiver({ hop, record }: Situation, reason: string): Settled | undefined {
  if (record.entries.some((entry) => isOf(entry, 'rehearsal-waived') && entry.event.because === reason))
    return undefined;
  return refuse(
    `The journal does not record yet that hop ${hop.id} goes to production without a rehearsal.`,
    'The check of production records that, with the reason. Production was not touched.',
    `Run "staged-upgrade check --hop ${hop.id}" first.`,
  );
}

/** A person confirms what a rehearsal has shown: without a rehearsal there is nothing to type. */
export function missingConfirmable(hop: string, untouched: string): Settled {
  return notRehearsed(
    `No rehearsal of hop ${hop} has passed with this configuration.`,
    `There is nothing that a person could confirm yet. ${untouched}`,
  );
}
