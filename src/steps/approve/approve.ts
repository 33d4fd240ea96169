import type { Project } from '../../config/project.ts';
import { decidePathApproval } from '../../core/decisions/approve-path.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { latest } from '../../core/history/entries.ts';
import { recordOf } from '../../core/history/record.ts';
import { rehearsalOf } from '../../core/history/rehearsal.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { UserError } from '../../core/messages/errors.ts';
import { dayTime } from '../../core/messages/moments.ts';
import { countText } from '../../core/messages/quantities.ts';
import type { Entry } from '../../core/model/event.ts';
import { approvedEnvironment, environmentOfGate, environmentOn, pathGate } from '../../core/model/gate.ts';
import { type Hop, referenceTo } from '../../core/model/hop.ts';
import type { Outcome } from '../../core/model/outcome.ts';
import { hopsOf } from '../../core/model/planned-hop.ts';
import type { HopTraits } from '../../core/model/sequence.ts';
import { escapeMarkdown } from '../../world/writing/markdown.ts';
import type { Declared } from '../frame/step.ts';
import { readBranchesOf } from '../gate/gate-reader.ts';
import { passedEnvironment, pathApprovalGate, recordOnce } from '../gate/gate-state.ts';
import { isAct } from '../hop/hop-step.ts';
import { wrongClock } from '../hop/right-clock.ts';

export const approveDeclared: Declared = {
  needs: { common: ['journal'] },
  writesJournal: true,
  gateAt: () => 'production',
};

/**
 * One approval for all hops that this run has planned: its job has waited for the reviewers of production, and what they
 * have approved is recorded hop by hop, each with its digest.
 */
export async function approvePath(project: Project): Promise<CommandResult<'count'>> {
  const entries = await project.journal.read();
  const hops = plannedBy(project, entries);
  const environment = environmentOn(environmentOfGate.production, project);
  const approved = environmentOn(approvedEnvironment, project);
  const protection = await pathApprovalGate(project, environment);
  const decision = decidePathApproval(protection, approved, await readBranchesOf(project, approved));
  if (!isAct(decision)) return notApproved(decision);
  const wrong = wrongClock(project, entries);
  if (wrong !== undefined) return notApproved(wrong);
  const passed = passedEnvironment(protection);
  if (passed.note !== undefined) project.effects.log.warn(decision.because);
  for (const hop of hops)
    await recordOnce({ project, hop: referenceTo(hop) }, { ...passed, gate: pathGate(environment) });
  const headline = `${countText(hops.length, 'hop')} approved for production by ${passed.by}: ${hops.map(({ id }) => id).join(', ')}.`;
  const rows = hops.map(
    (hop) => `- ${escapeMarkdown(hop.title)}: ${rehearsed(hop, entries, project.traits)}; digest \`${hop.digest}\``,
  );
  const summary = [
    `**${escapeMarkdown(headline)}**`,
    '',
    ...rows,
    '',
    'Each goes to production, and its migrations start there, without another question, but only as it was planned and only when its rehearsal has passed. One that fails on staging or on production ends the climb.',
    '',
  ].join('\n');
  return { outcome: 'passed', headline, outputs: { count: hops.length }, summary, text: '' };
}

function rehearsed(hop: Hop, entries: readonly Entry[], traits: HopTraits): string {
  const rehearsal = rehearsalOf(entries, recordOf(entries, hop), traits);
  return rehearsal.kind === 'passed' ? `rehearsed on ${dayTime(rehearsal.at)}` : 'will be rehearsed first';
}

/** @throws UserError if there is nothing that this run could be approved for */
function plannedBy({ run, configuration }: Project, entries: readonly Entry[]): readonly Hop[] {
  if (configuration.gates.scope !== 'path') {
    throw new UserError({
      happened:
        '"approve" is for one approval of a whole path, but "gates: { scope: path }" is not in the configuration.',
      means: 'Each hop is approved by itself. Nothing was approved.',
      next: 'Run "staged-upgrade init --update": it removes the job from the workflow. Or add it to the configuration.',
    });
  }
  if (run.kind === 'terminal') {
    throw new UserError({
      happened: '"approve" is a step of a workflow: its job has waited for reviewers.',
      means: 'Nothing was approved.',
      next: 'In a terminal, "staged-upgrade climb" asks, once for all hops.',
    });
  }
  const own = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const planned = latest(own, 'planned');
  if (planned === undefined) {
    throw new UserError({
      happened: 'This run has planned no path.',
      means: 'There is nothing to approve. Nothing was approved.',
      next: 'Run "plan" in an earlier job, as "staged-upgrade init --update" writes it.',
    });
  }
  return hopsOf(planned.event);
}

const outcomeOf = {
  waiting: 'waiting',
  refuse: 'refused',
  failed: 'failed',
  unknown: 'unknown',
} as const satisfies Record<Exclude<Settled['kind'], 'already-done'>, Outcome>;

function notApproved(settled: Settled): CommandResult<'count'> {
  if (settled.kind === 'already-done')
    return { outcome: 'skipped', headline: settled.because, outputs: {}, summary: '', text: '' };
  const { message } = settled;
  const summary = `**${outcomeOf[settled.kind]}**: ${escapeMarkdown(message.happened)}\n\n${escapeMarkdown(message.means)}\n\n${escapeMarkdown(message.next)}\n`;
  return { outcome: outcomeOf[settled.kind], headline: message.happened, message, outputs: {}, summary, text: '' };
}
