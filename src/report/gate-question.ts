import { changedSince } from '../core/decisions/estimate.ts';
import { expectedMilliseconds } from '../core/decisions/expected.ts';
import type { TimedAct } from '../core/decisions/promotion-time.ts';
import type { ToApprove } from '../core/decisions/question.ts';
import { inEnvironment, isOf, latest } from '../core/history/entries.ts';
import type { Promotion } from '../core/history/promotion.ts';
import type { Situation } from '../core/history/situation.ts';
import { dayTime, exactTime } from '../core/messages/moments.ts';
import { downtimeText, roughText } from '../core/messages/quantities.ts';
import { lossText } from '../core/model/data.ts';
import { type ContentDigests, changedContents } from '../core/model/digest.ts';
import type { EntryOf } from '../core/model/event.ts';
import type { Observation } from '../core/model/observation.ts';
import { stageReturn, stageReturnText } from './stage-words.ts';

export interface Stake {
  /** What is already done, what cannot be undone, how long it took, what a rollback loses. */
  readonly facts: readonly Fact[];
  readonly question: string;
}

export interface Fact {
  /** A label, for whoever looks for one of them. */
  readonly about: string;
  /** Sentences. */
  readonly text: string;
}

export type Asked = Exclude<ToApprove, { readonly kind: 'nothing' }>;

/**
 * A deploy was started, and production is unchanged: its data may have changed since, so the restore point that
 * was taken then is not the one that will count.
 */
export function takesNewPoint({ kind }: Asked, { hop, observation }: StakeFacts): boolean {
  return kind === 'deploy-again' && observation?.version.kind === 'known' && observation.version.value === hop.from;
}

export interface StakeFacts extends Pick<Situation, 'hop' | 'traits' | 'promotion' | 'record' | 'now'> {
  /** Of production; undefined if it was not asked. */
  readonly observation: Observation | undefined;
}

/** What a person should know before letting a hop continue, and what they are asked. It contains only what was observed or recorded. */
export function stakeOf(asked: Asked, situation: StakeFacts, contents: ContentDigests): Stake {
  const facts: readonly Fact[] = [
    { about: 'Rehearsal', text: waived(situation) },
    { about: 'Done so far', text: done(situation) },
    { about: 'Undoing it', text: noReturn(asked, situation) },
    { about: 'Time', text: took(asked, situation) },
    { about: 'Downtime', text: downtime(asked, situation) },
    { about: 'Way back', text: wayBackRehearsed(asked, situation) },
    { about: 'Restoring', text: wayBackSentences(asked, situation) },
    { about: 'Tests', text: testsSince(situation, contents) },
  ];
  return { facts: facts.filter(({ text }) => text !== ''), question: questionOf(asked, situation) };
}

function questionOf(asked: Asked, { hop, traits }: StakeFacts): string {
  const back = stageReturn({ hop, traits });
  switch (asked.kind) {
    case 'deploy':
      if (back !== undefined)
        return `Promote ${hop.title} to production${back === 'none' ? ', after which there is no way back' : ''}?`;
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

function waived({ traits: { waiver } }: StakeFacts): string {
  return waiver === undefined ? '' : `None: the configuration waives it ("${waiver}").`;
}

function done({ hop, promotion, observation, record, now }: StakeFacts): string {
  const { deployStarted, deployed, smoked } = promotion;
  if (!deployStarted) return '';
  const started = latest(inEnvironment(record.entries, 'production'), 'deploying');
  const deploy =
    deployed === undefined
      ? `The deploy of ${hop.to} was started${started === undefined ? '' : ` on ${dayTime(started.at, now)}`}, and its end is not recorded.`
      : `${hop.to} was deployed on ${dayTime(deployed.at, now)}${smoked ? ' and has passed its smoke tests' : ''}.`;
  const unproved =
    deployed?.event.unproved === undefined || promotion.migrating !== undefined
      ? ''
      : `Nothing shows that its migrations have not started there: ${deployed.event.unproved}.`;
  return [runs(observation), deploy, unproved, failedMigration(observation)].filter((part) => part !== '').join(' ');
}

function runs(observation: Observation | undefined): string {
  if (observation === undefined) return '';
  const { version } = observation;
  return version.kind === 'known' ? `Production runs ${version.value}.` : 'Production does not answer.';
}

function failedMigration(observation: Observation | undefined): string {
  return observation?.migrations.kind === 'failed'
    ? `The migration ${observation.migrations.current} has failed: ${observation.migrations.error}.`
    : '';
}

function noReturn(asked: Asked, { hop, traits, promotion, now }: StakeFacts): string {
  const ofStage = stageReturnText({ hop, traits });
  if (ofStage !== undefined) return ofStage;
  if (promotion.migrating !== undefined)
    return `The point of no return was passed on ${dayTime(promotion.migrating.at, now)}.`;
  if (promotion.notDeferred !== undefined)
    return `The migrations of ${hop.to} were not deferred on production (${promotion.notDeferred.event.because}): only a restore goes back.`;
  if (asked.kind === 'migrations' || asked.kind === 'migrations-again')
    return `This is the point of no return: ${hop.from} cannot be deployed again afterwards.`;
  if (traits.deferrable && isUnseen(promotion))
    return `It is not known whether the migrations of ${hop.to} were deferred: the end of its deploy is not recorded.`;
  if (traits.deferrable)
    return `The migrations of ${hop.to} are deferred: until they are started, ${hop.from} can be deployed again and nothing is lost.`;
  return promotion.deployStarted
    ? `The migrations of ${hop.to} run with its deploy: the point of no return may already have been passed.`
    : `The deploy is the point of no return: the migrations of ${hop.to} run with its deploy, and only a restore goes back.`;
}

/** A deploy was started and nobody saw its release since: nothing shows that its migrations have not started. */
export function isUnseen({ deployStarted, deployed }: Pick<Promotion, 'deployStarted' | 'deployed'>): boolean {
  return deployStarted && deployed === undefined;
}

/** The time that is left, judging by the rehearsal. */
function took(asked: Asked, situation: StakeFacts): string {
  const { record, traits, now } = situation;
  const rehearsed = latest(record.entries, 'rehearsed');
  if (rehearsed === undefined) return '';
  const act = actOf(asked, situation);
  const expected = expectedMilliseconds(record, act);
  if (expected === undefined) return '';
  const deploy = `the deploy${traits.deferrable || traits.stages !== undefined ? '' : ', the migrations'} and the tests`;
  const what =
    act === 'migrate'
      ? 'the migrations and their tests'
      : act === 'deploy' || traits.dataless
        ? deploy
        : `the backup, ${deploy}`;
  return `In the rehearsal of ${dayTime(rehearsed.at, now)}, ${what} took ${roughText(expected)}.`;
}

function downtime(asked: Asked, situation: StakeFacts): string {
  const { record } = situation;
  if (actOf(asked, situation) === 'migrate' || latest(record.entries, 'rehearsed') === undefined) return '';
  const down = latest(inEnvironment(record.entries, 'staging'), 'deployed')?.event.downtimeMilliseconds;
  return down === undefined
    ? 'It was not measured in the rehearsal.'
    : `In the rehearsal, staging was down for ${downtimeText(down)} during the deploy.`;
}

function actOf(asked: Asked, situation: StakeFacts): TimedAct {
  const { promotion } = situation;
  if (asked.kind === 'migrations' || asked.kind === 'migrations-again') return 'migrate';
  const isFirst = asked.kind === 'deploy' && promotion.restorePoint === undefined;
  return isFirst || takesNewPoint(asked, situation) ? 'restore-point' : 'deploy';
}

/** Deploying the older release again only helps if migrations were deferred. */
function wayBackRehearsed(asked: Asked, { hop, traits, record, promotion }: StakeFacts): string {
  if (!traits.deferrable || promotion.notDeferred !== undefined) return '';
  if (asked.kind !== 'deploy' && asked.kind !== 'deploy-again') return '';
  const staging = inEnvironment(record.entries, 'staging');
  const back = latest(staging, 'rolled-back');
  if (back === undefined) return '';
  const over = staging.findLast(
    (entry): entry is EntryOf<'deployed'> =>
      isOf(entry, 'deployed') && entry.event.release === 'to' && entry.sequence < back.sequence,
  );
  const tested = `The way back was rehearsed: ${hop.from} was deployed again over ${hop.to} and passed its smoke tests.`;
  return over?.event.unproved === undefined
    ? `${tested} No migration of ${hop.to} had started there by then.`
    : `${tested} It is not proved: nothing shows that no migration of ${hop.to} had started there (${over.event.unproved}).`;
}

function wayBackSentences(asked: Asked, situation: StakeFacts): string {
  const { promotion, traits, now } = situation;
  if (traits.dataless) return 'There is no data: nothing is backed up, and nothing can be restored.';
  const point = promotion.restorePoint?.event;
  const isOpen = traits.deferrable && promotion.migrating === undefined && promotion.notDeferred === undefined;
  const isNewPoint = takesNewPoint(asked, situation);
  if (point !== undefined && !isNewPoint)
    return `Going back ${isOpen ? 'after the migrations have started ' : ''}means restoring the restore point, which loses ${lossText(point, (time) => exactTime(time, now))}.`;
  if (asked.kind === 'deploy' || isNewPoint)
    return `${isNewPoint ? 'A new restore point' : 'The restore point'} is taken first. ${traits.deferrable ? 'Once the migrations have started, restoring it' : 'Restoring it'} loses everything written after it was taken.`;
  return 'The journal has no restore point of this hop: there is no way back.';
}

function testsSince({ record }: StakeFacts, contents: ContentDigests): string {
  const before = latest(record.entries, 'rehearsed')?.event.contents;
  const changed = before === undefined ? [] : changedContents(before, contents);
  return changed.length === 0
    ? ''
    : `The tests are not those of the rehearsal: ${changedSince(changed)}. As they are now, they have not run on staging.`;
}
