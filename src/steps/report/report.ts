import type { Project } from '../../config/project.ts';
import { isSameAttempt } from '../../core/decisions/backup.ts';
import { fillIn } from '../../core/decisions/checklists.ts';
import { openRollbackWindow } from '../../core/decisions/rollback-window.ts';
import { awaitedOf } from '../../core/decisions/wait.ts';
import { inEnvironment, isOf, latest } from '../../core/history/entries.ts';
import { leadingPlan } from '../../core/history/leading-plan.ts';
import { promotionOf } from '../../core/history/promotion.ts';
import { recordOf } from '../../core/history/record.ts';
import { type Situation, situationOf } from '../../core/history/situation.ts';
import { whereaboutsOf } from '../../core/history/whereabouts.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { type Message, oneLine } from '../../core/messages/message.ts';
import { dayTime } from '../../core/messages/moments.ts';
import type { Entry, EntryOf, RunIdentity } from '../../core/model/event.ts';
import type { EnvironmentName, Hop } from '../../core/model/hop.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Observation } from '../../core/model/observation.ts';
import { hopsOf } from '../../core/model/planned-hop.ts';
import { type Document, paragraph } from '../../report/document.ts';
import { markdownOf } from '../../report/document-markdown.ts';
import { type HopFacts, hopDocument } from '../../report/hop-report.ts';
import { noticeOfReport } from '../../report/notices.ts';
import { pathDocument } from '../../report/path-report.ts';
import { type ReportedWindow, windowWarning } from '../../report/rollback-window.ts';
import { type WhereaboutsFacts, whatNow, whereaboutsList, whereaboutsText } from '../../report/whereabouts-report.ts';
import { lookAt } from '../environment/sides.ts';
import { withFiles } from '../environment/user-files.ts';
import { announce, noticeFacts } from '../hop/announce.ts';
import { allContentDigests } from '../hop/hop-contents.ts';
import { readHop } from '../hop/hop-input.ts';
import { isHolderGone, leftBehind, leftBehindText } from '../hop/left-behind.ts';
import { warnOfLostRecords } from '../hop/lost-records.ts';
import { newRunOf, withNewRun } from '../hop/new-run.ts';
import type { ReportInput, RunInput } from '../hop/step-input.ts';
import { releaseLease } from '../hop/under-lease.ts';
import { saveReport } from './save-report.ts';
import { keepTrackingIssue } from './tracking-issue.ts';

/**
 * Reports the state, from the journal. With a hop and an environment it is the last step of a job, and its result
 * is the job's: passed if what the job is for was done, whichever run did it.
 */
export async function report(project: Project, input: ReportInput): Promise<CommandResult> {
  const entries = await project.journal.read();
  const lost = await warnOfLostRecords(project, entries);
  const reported =
    input.hop === undefined
      ? await ofPath(project, input, entries)
      : ofHop(project, input, await withFiles(project, readHop(input.hop, entries, project)), entries);
  const { document, result, notice } =
    lost?.kind === 'without-journal' ? ofAnotherJournal(reported, lost.message) : reported;
  await releaseLease(project);
  await keepTrackingIssue(project, entries, result.message);
  await announce(project, notice);
  if (input.output !== undefined) await saveReport(project, input.output, document, entries);
  return { ...result, summary: markdownOf(document) };
}

interface Reported {
  readonly notice?: Notice;
  readonly result: Omit<CommandResult, 'summary'>;
  readonly document: Document;
}

/** This journal is shown, although another journal has the present state. */
function ofAnotherJournal({ document, result }: Reported, message: Message): Reported {
  const headline = message.happened;
  return {
    document: [paragraph({ strong: headline }, ` ${message.means} ${message.next}`), ...document],
    result: { ...result, outcome: 'unknown', headline, message },
  };
}

function ofHop(project: Project, input: ReportInput, hop: Hop, entries: readonly Entry[]): Reported {
  const situation = {
    ...situationOn(project, entries, hop, notObserved(project)),
    retry: input.retry === true,
  };
  const newRun = newRunOf(project, { command: 'report', environment: input.environment, input, entries, hop: hop.id });
  const window = reportedWindow(project, situation, newRun);
  const onProduction = input.environment === 'production';
  if (onProduction && window?.warning !== undefined) project.effects.log.warn(oneLine(window.warning));
  const document = hopDocument({
    ...factsFrom(project, situation, entries),
    ...(window === undefined ? {} : { window }),
  });
  const { outcome, headline } = onProduction ? ofProduction(situation, project.run) : ofStaging(situation);
  const stopped = stoppedHere(entries, hop, input.environment, project.run);
  const next =
    stopped === undefined ? continueHint : `First do what the step "${stopped.event.command}" says. ${continueHint}`;
  const message = withNewRun({ happened: headline, means: '', next }, newRun);
  const notice = stopped === undefined ? noticeOfReport(input.environment, situation, noticeFacts(project)) : undefined;
  const outputs = { complete: situation.promotion.completed !== undefined };
  return {
    document,
    ...(notice === undefined ? {} : { notice }),
    result: { outcome, headline, outputs, text: '', ...(outcome === 'passed' ? {} : { message }) },
  };
}

const continueHint = 'Start a new run: it resumes from what it observes.';

/** The step of this very job that did not end well: its advice comes before a new run. */
function stoppedHere(
  entries: readonly Entry[],
  { id }: Hop,
  environment: EnvironmentName | undefined,
  run: RunIdentity,
): EntryOf<'ended'> | undefined {
  const own = entries.filter((entry) => isSameAttempt(entry.run, run));
  const ended = own.filter((entry): entry is EntryOf<'ended'> => isOf(entry, 'ended'));
  return ended.findLast(({ event: { hop, outcome, environment: on } }) => {
    return hop.id === id && on === environment && (outcome === 'failed' || outcome === 'refused');
  });
}

function situationOn(project: Project, entries: readonly Entry[], hop: Hop, observation: Observation): Situation {
  return situationOf({
    hop,
    traits: project.traits,
    now: project.effects.clock.now(),
    observation,
    entries,
    rehearsalMaxAge: project.configuration.rehearsal['max-age'],
  });
}

function reportedWindow(project: Project, situation: Situation, newRun: string): ReportedWindow | undefined {
  const open = openRollbackWindow(situation);
  if (open === undefined) return undefined;
  if (open.milliseconds <= project.configuration['rollback-window']['warn-after']) return { open };
  return { open, warning: windowWarning(situation.hop, open, newRun, situation.now) };
}

interface JobState {
  readonly outcome: 'passed' | 'waiting';
  readonly headline: string;
}

function ofStaging({ hop, rehearsal }: Situation): JobState {
  return rehearsal.kind === 'passed'
    ? { outcome: 'passed', headline: `Hop ${hop.id} was rehearsed on ${rehearsal.backup ?? 'staging'}.` }
    : {
        outcome: 'waiting',
        headline: `The rehearsal of hop ${hop.id} has not passed${rehearsal.kind === 'void' ? `: ${rehearsal.because}` : ''}.`,
      };
}

/** @param run who asks: what this run has started itself, and what has failed, is for the next one */
function ofProduction(situation: Situation, run: RunIdentity): JobState {
  const { hop, promotion, record, traits } = situation;
  if (promotion.completed !== undefined) return { outcome: 'passed', headline: `Hop ${hop.id} is complete.` };
  if (promotion.deployed !== undefined && promotion.smoked && traits.deferrable) {
    const awaited = awaitedOf(situation, 'production');
    const works = `${hop.to} is deployed on production and works`;
    // Only the job behind the next gate starts what is left, and it comes after this one has passed.
    if (isLeftToNextJob(situation, run))
      return { outcome: 'passed', headline: `${works}; the rest of its migrations is started after their gate.` };
    if (awaited.kind === 'serving') {
      const left = promotion.migrating === undefined ? 'its migrations have' : 'what is left of its migrations has';
      return { outcome: 'passed', headline: `${works}; ${left} not started.` };
    }
  }
  const back = latest(inEnvironment(record.entries, 'production'), 'rolled-back');
  return {
    outcome: 'waiting',
    headline:
      back === undefined || promotion.deployStarted
        ? `Hop ${hop.id} is not complete on production.`
        : `Hop ${hop.id} was rolled back on ${dayTime(back.at)}: ${back.event.to} was deployed on production again.`,
  };
}

/** An earlier run has started them, and nothing in this run has stopped because of their state. */
function isLeftToNextJob({ promotion, record }: Situation, run: RunIdentity): boolean {
  const { migrating, waited } = promotion;
  if (migrating === undefined || waited !== undefined || isSameAttempt(migrating.run, run)) return false;
  const own = inEnvironment(record.entries, 'production').filter((entry) => isSameAttempt(entry.run, run));
  return own.every(({ event }) => event.type !== 'ended');
}

function factsFrom(
  project: Project,
  situation: Situation,
  entries: readonly Entry[],
): Pick<HopFacts, 'situation' | 'gates' | 'contents' | 'checklists'> {
  return {
    situation,
    gates: project.configuration.gates,
    contents: allContentDigests(project),
    checklists: fillIn(project.product.checklists, situation, entries),
  };
}

async function ofPath(project: Project, input: RunInput, entries: readonly Entry[]): Promise<Reported> {
  const planned = leadingPlan(entries)?.event;
  const sides = {
    production: await lookAt(project, 'production', entries),
    staging: await lookAt(project, 'staging', entries),
  };
  const observed = sides.production.kind === 'observed' ? sides.production.observation : undefined;
  const whereabouts = whereaboutsOf(entries, {
    now: project.effects.clock.now(),
    tolerance: project.configuration.lock['clock-tolerance'],
    run: project.run,
    isGone: isHolderGone(project),
    production: observed,
  });
  const newRun = newRunOf(project, { command: 'report', input, entries });
  const [left] = leftBehind(project);
  const stillRuns = left && { what: leftBehindText(left), pid: left.pid, isCommand: left.kind === 'command' };
  const facts = { whereabouts, sides, stillRuns, newRun, now: project.effects.clock.now() };
  return planned === undefined
    ? neverPlanned({ ...facts, complete: undefined })
    : ofPlanned(project, planned, { ...facts, entries, observation: observed ?? notObserved(project) });
}

/** There may be much to report anyway: a server that runs, a hop that was adopted, a lease. */
function neverPlanned(facts: WhereaboutsFacts): Reported {
  const headline = 'No path was planned yet.';
  return {
    document: [paragraph({ strong: headline }, ` ${whatNow(facts)}`), ...whereaboutsList(facts)],
    result: {
      outcome: 'skipped',
      headline: `${headline} staged-upgrade plan shows what there is to climb.`,
      outputs: { complete: false },
      text: whereaboutsText(facts),
    },
  };
}

interface PathFound extends Omit<WhereaboutsFacts, 'complete'> {
  readonly entries: readonly Entry[];
  readonly observation: Observation;
}

function ofPlanned(project: Project, planned: EntryOf<'planned'>['event'], found: PathFound): Reported {
  const { entries, observation, newRun } = found;
  const { current, target } = planned;
  const hops = hopsOf(planned);
  const done = hops.filter((hop) => completed(entries, hop));
  const there = observation.version.kind === 'known' && observation.version.value === target;
  const complete = there && done.length === hops.length;
  const facts = { ...found, complete };
  const next = whatNow(facts);
  const headline = complete
    ? `upgraded ${current} → ${target} in ${hops.length} ${hops.length === 1 ? 'hop' : 'hops'}`
    : `${done.length} of ${hops.length} hops from ${current} to ${target} are complete.`;
  const reported = hops.map((hop) => {
    const situation = situationOn(project, entries, hop, observation);
    return { situation, window: reportedWindow(project, situation, newRun) };
  });
  const warning = reported.map(({ window }) => window?.warning).find((each) => each !== undefined);
  if (warning !== undefined) project.effects.log.warn(oneLine(warning));
  // The box about the window is at the top; in the hop's own part the sentence is enough.
  const each = reported.map(({ situation, window }) =>
    hopDocument({
      ...factsFrom(project, situation, entries),
      ...(window === undefined ? {} : { window: { open: window.open } }),
    }),
  );
  const where = whereaboutsList(facts);
  const message = { happened: headline, means: verdictOf(done.length < hops.length, target), next };
  return {
    document: pathDocument({
      planned,
      entries,
      complete,
      verdict: complete ? 'The path is complete.' : message.means,
      where,
      next,
      warning,
      hops: each,
      now: found.now,
      traits: project.traits,
    }),
    result: {
      outcome: complete ? 'passed' : 'waiting',
      headline,
      outputs: {
        complete,
        current: observation.version.kind === 'known' ? observation.version.value : '',
        target,
      },
      text: whereaboutsText(facts),
      ...(complete ? {} : { message }),
    },
  };
}

function verdictOf(isOpen: boolean, target: string): string {
  return isOpen
    ? 'The path is not complete.'
    : `Every hop was completed, but production was not seen to run ${target} now.`;
}

function completed(
  entries: Parameters<typeof recordOf>[0],
  hop: { id: string; from: string; to: string; digest: string },
): boolean {
  return promotionOf(recordOf(entries, hop)).completed !== undefined;
}

/** A report is made from the journal; a system that the job has no access to is not asked. */
function notObserved(project: Project): Observation {
  const nothing = { kind: 'unknown', reason: 'not asked' } as const;
  return { at: project.effects.clock.now().toISOString(), version: nothing, serving: nothing, migrations: nothing };
}
