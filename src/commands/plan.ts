import type { Hop } from '../hop/hop.ts';
import type { Message } from '../message.ts';
import { planMarkdown, planText } from '../report/plan-report.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { type Planned, planHops } from './plan-path.ts';
import type { Project } from './project.ts';

/** Reads the current and the target version, and emits the hops between as a matrix. */
export async function plan(project: Project, invocation: Invocation): Promise<CommandResult> {
  return await planResult(project, await planHops(project, invocation));
}

/** Records a plan in the journal and says what it is. */
export async function planResult(project: Project, planned: Planned): Promise<CommandResult> {
  const { plan: path, hops, current } = planned;
  if (path.kind !== 'path' && path.kind !== 'already-there') {
    return notPlanned(
      path.message,
      outputsOf(current, path.kind === 'unknown-release' ? path.asked : path.target, [], false),
    );
  }
  const first = hops.at(0);
  if (first === undefined) {
    const { happened, next } = path.kind === 'already-there' ? path.message : { happened: 'Nothing to do.', next: '' };
    return {
      outcome: 'skipped',
      headline: happened,
      outputs: outputsOf(current, path.target, [], true),
      summary: `${happened} ${next}\n`,
      text: '',
    };
  }
  await project.journal.append({
    type: 'planned',
    current: first.from,
    target: path.target,
    hops: hops.map(({ id, from, to, digest, manual }) => ({ id, from, to, digest, manual })),
  });
  return {
    outcome: 'passed',
    headline: `${first.from} → ${path.target} in ${hops.length} ${hops.length === 1 ? 'hop' : 'hops'}.`,
    outputs: outputsOf(first.from, path.target, hops, false),
    summary: planMarkdown(path, hops, project.traits),
    text: planText(path, hops),
  };
}

function outputsOf(current: string, target: string, hops: readonly Hop[], complete: boolean): Record<string, string> {
  return { current, target, hops: JSON.stringify(hops), count: String(hops.length), complete: String(complete) };
}

function notPlanned(message: Message, outputs: Record<string, string>): CommandResult {
  return {
    outcome: 'refused',
    headline: message.happened,
    message,
    outputs,
    summary: `**No path.** ${message.happened}\n\n${message.means}\n\n${message.next}\n`,
    text: '',
  };
}
