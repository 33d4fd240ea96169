import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isGoingOn } from '../hop/decisions/wait.ts';
import type { Observation } from '../hop/observation.ts';
import { promotionOf } from '../hop/promotion.ts';
import { recordOf } from '../hop/record.ts';
import { type Situation, situationOf } from '../hop/situation.ts';
import { inEnvironment, latest } from '../journal/history.ts';
import { hopReport } from '../report/hop-report.ts';
import { pathReport } from '../report/path-report.ts';
import { readHop } from './hop-input.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { openLiveSystem } from './live-system.ts';
import type { Project } from './project.ts';
import { releaseLease } from './under-lease.ts';

/**
 * Says where things stand, from the journal. With a hop and an environment it is the last step of a job, and its result
 * is the job's: passed when what the job is for was done, whichever run did it.
 */
export async function report(project: Project, invocation: Invocation): Promise<CommandResult> {
  const result = invocation.hop === undefined ? await ofPath(project) : await ofHop(project, invocation);
  await releaseLease(project);
  if (invocation.output !== undefined) {
    await writeFile(resolve(project.effects.directory, invocation.output), result.summary);
  }
  return result;
}

async function ofHop(project: Project, invocation: Invocation): Promise<CommandResult> {
  const entries = await project.journal.read();
  const hop = readHop(invocation.hop, entries, project);
  const situation = situationOf({
    hop,
    traits: project.traits,
    now: project.effects.clock.now(),
    observation: notObserved(project),
    entries,
    rehearsalMaxAge: project.configuration.rehearsal['max-age'],
  });
  const summary = hopReport(hop, project.traits, entries);
  const { outcome, headline } =
    invocation.environment === 'production' ? ofProduction(situation) : ofStaging(situation);
  const message = { happened: headline, means: '', next: 'Start a new run: it goes on from what it observes.' };
  return { outcome, headline, outputs: {}, summary, text: '', ...(outcome === 'passed' ? {} : { message }) };
}

interface Stand {
  readonly outcome: 'passed' | 'waiting';
  readonly headline: string;
}

function ofStaging({ hop, rehearsal }: Situation): Stand {
  return rehearsal.kind === 'passed'
    ? { outcome: 'passed', headline: `Hop ${hop.id} was rehearsed on ${rehearsal.backup}.` }
    : {
        outcome: 'waiting',
        headline: `The rehearsal of hop ${hop.id} has not passed${rehearsal.kind === 'void' ? `: ${rehearsal.because}` : ''}.`,
      };
}

function ofProduction({ hop, promotion, record, traits }: Situation): Stand {
  if (promotion.completed !== undefined) return { outcome: 'passed', headline: `Hop ${hop.id} is complete.` };
  if (promotion.deployed !== undefined && promotion.smoked && traits.deferrable && !isGoingOn(promotion)) {
    return {
      outcome: 'passed',
      headline: `${hop.to} is deployed on production and works; its migrations have not started.`,
    };
  }
  const back = latest(inEnvironment(record.entries, 'production'), 'rolled-back');
  return {
    outcome: 'waiting',
    headline:
      back === undefined || promotion.deployBegun
        ? `Hop ${hop.id} is not complete on production.`
        : `Hop ${hop.id} was taken back on ${back.at}: ${back.event.to} was deployed on production again.`,
  };
}

async function ofPath(project: Project): Promise<CommandResult> {
  const entries = await project.journal.read();
  const planned = entries.findLast(({ event }) => event.type === 'planned');
  if (planned?.event.type !== 'planned') {
    return {
      outcome: 'skipped',
      headline: 'No path was planned yet.',
      outputs: { complete: 'false' },
      summary: 'No path was planned yet.\n',
      text: '',
    };
  }
  const { hops, current, target } = planned.event;
  const done = hops.filter((hop) => completed(entries, hop));
  const observation = await openLiveSystem(project, 'production').observe();
  const there = observation.version.kind === 'known' && observation.version.value === target;
  const complete = there && done.length === hops.length;
  const headline = complete
    ? `upgraded ${current} → ${target} in ${hops.length} ${hops.length === 1 ? 'hop' : 'hops'}`
    : `${done.length} of ${hops.length} hops from ${current} to ${target} are complete.`;
  const overview = pathReport({ planned: planned.event, entries, observation, complete });
  const each = hops.map((hop, index) =>
    hopReport(
      { ...hop, index: index + 1, count: hops.length, title: `${hop.from} → ${hop.to}`, reasons: [] },
      project.traits,
      entries,
    ),
  );
  const summary = [overview, ...each].join('\n');
  const message = {
    happened: headline,
    means: 'The path is not finished.',
    next: 'Start a new run: it goes on from what it observes.',
  };
  return {
    outcome: complete ? 'passed' : 'waiting',
    headline,
    outputs: {
      complete: String(complete),
      current: observation.version.kind === 'known' ? observation.version.value : '',
      target,
    },
    summary,
    text: '',
    ...(complete ? {} : { message }),
  };
}

function completed(
  entries: Parameters<typeof recordOf>[0],
  hop: { id: string; from: string; to: string; digest: string },
): boolean {
  return promotionOf(recordOf(entries, hop)).completed !== undefined;
}

/** A report is made from the journal; where the job has no access to a system, nothing is asked of it. */
function notObserved(project: Project): Observation {
  const nothing = { kind: 'unknown', reason: 'not asked' } as const;
  return { at: project.effects.clock.now().toISOString(), version: nothing, serving: nothing, migrations: nothing };
}
