import { after, inEnvironment, isOf, latest } from '../core/history/entries.ts';
import type { Situation } from '../core/history/situation.ts';
import { restoredBy } from '../core/history/whereabouts.ts';
import { moment } from '../core/messages/moments.ts';
import type { Entry, EntryOf } from '../core/model/event.ts';
import { type Block, type Document, paragraph } from './document.ts';

/** The first lines of a hop's report: what was proved, on data of when, and what production has of it. */
export function verdict(situation: Situation): Document {
  const { hop, promotion, record, now } = situation;
  const { completed, migrating, deployed, deployStarted, smoked } = promotion;
  if (completed !== undefined) {
    return isOf(completed, 'adopted')
      ? [good('Done by hand', `, recorded ${moment(completed.at, now)}.`)]
      : [good('Complete on production', ` since ${moment(completed.at, now)}.`)];
  }
  const stopped = stoppedOn(record.entries);
  if (deployStarted && stopped !== undefined && stopped.event.outcome !== 'waiting') {
    const { command, outcome, message } = stopped.event;
    return [bad(`"${command}" ended as ${outcome} on production`, `, ${moment(stopped.at, now)}: ${message}`)];
  }
  if (migrating !== undefined) {
    return [
      plain('The migrations are not finished', `: they were started on production ${moment(migrating.at, now)}.`),
    ];
  }
  if (deployed !== undefined && smoked) {
    return [good(`${hop.to} works on production`, `: deployed ${moment(deployed.at, now)}, smoke tests passed.`)];
  }
  if (deployStarted)
    return [plain(`${hop.to} is half done on production`, ': its deploy was started and not tested yet.')];
  return [...rolledBack(situation), rehearsed(situation)];
}

export function rolledBack({ record, now }: Situation): Document {
  const back = latest(inEnvironment(record.entries, 'production'), 'rolled-back');
  if (back === undefined) return [];
  const restored = restoredBy(record.entries, back);
  const data =
    restored === undefined ? '' : ` ${restored.event.backup} was restored, and everything written after it is lost.`;
  return [plain('Rolled back', ` ${moment(back.at, now)}: ${back.event.to} was deployed on production again.${data}`)];
}

function rehearsed({ hop, traits, rehearsal, record, now }: Situation): Block {
  switch (rehearsal.kind) {
    case 'passed': {
      // A way back that nothing has proved is not claimed: the facts below say why.
      const isProved = inEnvironment(record.entries, 'staging').every(
        ({ event }) => event.type !== 'deployed' || event.unproved === undefined,
      );
      const shown = !traits.deferrable
        ? 'the upgrade with its migrations'
        : isProved
          ? 'the upgrade, the way back and the migrations'
          : 'the upgrade and the migrations';
      if (traits.dataless)
        return good('The rehearsal passed', `: ${hop.to} was reached on staging, and all smoke tests passed there.`);
      const data = `production's data of ${moment(rehearsal.dataAt, now)}`;
      return good('The rehearsal passed', `: ${shown} worked on ${data}, and so did all smoke tests.`);
    }
    case 'void':
      return bad('The rehearsal does not count', `: ${rehearsal.because}.`);
    case 'started':
      return plain('The rehearsal is not finished.', '');
    case 'waived':
      return bad('Not rehearsed', `: the configuration waives it ("${rehearsal.because}").`);
    case 'none':
      return plain(
        'The rehearsal has not started.',
        traits.dataless ? '' : ' Nothing was restored and compared for this hop yet.',
      );
  }
}

/** How the newest step on production ended, if nothing was done there since. */
function stoppedOn(own: readonly Entry[]): EntryOf<'ended'> | undefined {
  const production = inEnvironment(own, 'production');
  const ended = latest(production, 'ended');
  return ended === undefined || after(production, ended).length > 0 ? undefined : ended;
}

function good(strong: string, rest: string): Block {
  return paragraph('✔ ', { strong }, rest);
}

function bad(strong: string, rest: string): Block {
  return paragraph('✘ ', { strong }, rest);
}

function plain(strong: string, rest: string): Block {
  return paragraph({ strong }, rest);
}
