import type { ToApprove } from '../hop/decisions/question.ts';
import { type ContentDigests, changedContents } from '../hop/digest.ts';
import { changedSince } from '../hop/estimate.ts';
import { expectedMilliseconds } from '../hop/expected.ts';
import type { Situation } from '../hop/situation.ts';
import { inEnvironment, latest } from '../journal/history.ts';
import { downtimeText } from './downtime.ts';
import { roughText, timeText } from './quantities.ts';

export interface Stake {
  /** Sentences: what is done already, what cannot be undone, how long it took, what going back loses. */
  readonly facts: readonly string[];
  readonly question: string;
}

type Asked = Exclude<ToApprove, { readonly kind: 'nothing' }>;

/** What a person should know who lets a hop go on, and what they are asked. Only what was observed or recorded is said. */
export function stakeOf(asked: Asked, situation: Situation, contents: ContentDigests): Stake {
  const facts = [
    done(situation),
    noReturn(asked, situation),
    took(asked, situation),
    goingBack(asked, situation),
    testsSince(situation, contents),
  ];
  return { facts: facts.filter((fact) => fact !== ''), question: questionOf(asked, situation) };
}

function questionOf(asked: Asked, { hop, traits }: Situation): string {
  switch (asked.kind) {
    case 'deploy':
      return traits.deferrable
        ? `Promote ${hop.title} to production?`
        : `Promote ${hop.title} to production, past the point of no return?`;
    case 'deploy-again':
      return `Deploy ${hop.to} on production again, to finish it?`;
    case 'migrations':
      return `Start the migrations of ${hop.to} on production?`;
    case 'migrations-again':
      return `Start the migrations of ${hop.to} on production again?`;
  }
}

function done({ hop, promotion, observation, record }: Situation): string {
  const { version, migrations } = observation;
  const runs = version.kind === 'known' ? `Production runs ${version.value}.` : 'Production does not answer.';
  if (!promotion.deployBegun) return '';
  const begun = latest(inEnvironment(record.entries, 'production'), 'deploying');
  const deploy =
    promotion.deployed === undefined
      ? `The deploy of ${hop.to} was begun${begun === undefined ? '' : ` on ${timeText(begun.at)}`}, and its end is not recorded.`
      : `${hop.to} was deployed on ${timeText(promotion.deployed.at)}${promotion.smoked ? ' and has passed its smoke tests' : ''}.`;
  const failed =
    migrations.kind === 'failed' ? ` The migration ${migrations.current} has failed: ${migrations.error}.` : '';
  return `${runs} ${deploy}${failed}`;
}

function noReturn(asked: Asked, { hop, traits, promotion }: Situation): string {
  if (promotion.migrating !== undefined)
    return `The point of no return was passed on ${timeText(promotion.migrating.at)}.`;
  if (asked.kind === 'migrations' || asked.kind === 'migrations-again')
    return `This is the point of no return: ${hop.from} cannot be deployed again afterwards.`;
  if (traits.deferrable)
    return `The migrations of ${hop.to} are kept back: until they are started, ${hop.from} can be deployed again and nothing is lost.`;
  return promotion.deployBegun
    ? `The migrations of ${hop.to} run at its start-up: the point of no return may be passed already.`
    : `The deploy is the point of no return: the migrations of ${hop.to} run at its start-up, and only a restore goes back.`;
}

/** What is left of it, as the rehearsal took. */
function took(asked: Asked, { record, traits, promotion }: Situation): string {
  const staging = inEnvironment(record.entries, 'staging');
  const rehearsed = latest(record.entries, 'rehearsed');
  if (rehearsed === undefined) return '';
  const act =
    asked.kind === 'deploy' && promotion.restorePoint === undefined
      ? 'restore-point'
      : asked.kind === 'deploy' || asked.kind === 'deploy-again'
        ? 'deploy'
        : 'migrate';
  const expected = expectedMilliseconds(record, act);
  if (expected === undefined) return '';
  const what =
    act === 'migrate'
      ? 'the migrations and their tests'
      : act === 'deploy'
        ? `the deploy${traits.deferrable ? '' : ', the migrations'} and the tests`
        : `the backup, the deploy${traits.deferrable ? '' : ', the migrations'} and the tests`;
  const down = latest(staging, 'deployed')?.event.downtimeMilliseconds;
  const serving =
    down === undefined || act === 'migrate' ? '' : `, and staging was not serving for ${downtimeText(down)}`;
  return `In the rehearsal of ${timeText(rehearsed.at)}, ${what} took ${roughText(expected)}${serving}.`;
}

function goingBack(asked: Asked, { promotion, traits }: Situation): string {
  const point = promotion.restorePoint?.event;
  if (point !== undefined)
    return `Going back ${traits.deferrable && promotion.migrating === undefined ? 'after that ' : ''}means restoring ${point.backup}, which loses everything written after ${timeText(point.dataAt)}.`;
  if (asked.kind === 'deploy')
    return `The restore point is taken first. ${traits.deferrable ? 'Once the migrations have started, restoring it' : 'Restoring it'} loses everything written after it was taken.`;
  return 'The journal has no restore point of this hop: nothing leads back.';
}

function testsSince({ record }: Situation, contents: ContentDigests): string {
  const before = latest(record.entries, 'rehearsed')?.event.contents;
  const changed = before === undefined ? [] : changedContents(before, contents);
  return changed.length === 0
    ? ''
    : `The rehearsal was tested otherwise: ${changedSince(changed)}, and has not run on staging as it is now.`;
}
