import type { Project } from '../../config/project.ts';
import { recordOf } from '../../core/history/record.ts';
import { countedRehearsal } from '../../core/history/situation.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { dayTime } from '../../core/messages/moments.ts';
import { countText } from '../../core/messages/quantities.ts';
import { pathGate } from '../../core/model/gate.ts';
import { type Hop, referenceTo } from '../../core/model/hop.ts';
import type { Fact } from '../../report/gate-question.ts';
import type { ClimbStage } from '../stage/climb-stage.ts';

/**
 * Asks once for all hops that a climb is going to do. Undefined if they were approved; then each is recorded, with its
 * digest.
 */
export async function wholePathNotApproved(
  project: Project,
  stage: ClimbStage,
  hops: readonly Hop[],
): Promise<CommandResult | undefined> {
  const { journal, configuration, traits, effects } = project;
  const [hop] = hops;
  if (hop === undefined) return undefined;
  const starts = traits.deferrable && configuration.gates.finalize !== 'none';
  effects.signal.throwIfAborted();
  const answer = await stage.approve({
    hop,
    hops,
    job: 'path',
    facts: [
      ...(await Promise.all(hops.map((each) => fact(project, each)))),
      {
        about: 'After this',
        text: 'Nobody is asked again. A hop is done only as it was planned, and only when its rehearsal has passed; one that fails ends the climb.',
      },
    ],
    question: `Let ${hops.length === 1 ? 'this hop' : `all ${countText(hops.length, 'hop')}`} go to production${starts ? `, and ${hops.length === 1 ? 'its' : 'their'} migrations start there` : ''}?`,
  });
  if (answer.kind === 'declined') {
    const message = {
      happened: `The path from ${hop.from} to ${hops.at(-1)?.to} was not approved.`,
      means: 'Nothing was changed on production by it.',
      next: answer.next,
    };
    return { outcome: 'waiting', headline: message.happened, message, outputs: {}, summary: '', text: '' };
  }
  for (const each of hops)
    await journal.append({ type: 'approved', hop: referenceTo(each), gate: pathGate('terminal'), by: answer.by });
  return undefined;
}

async function fact({ journal, effects, configuration, traits }: Project, hop: Hop): Promise<Fact> {
  const entries = await journal.read();
  const rehearsal = countedRehearsal(entries, recordOf(entries, hop), {
    now: effects.clock.now(),
    rehearsalMaxAge: configuration.rehearsal['max-age'],
    traits,
  });
  const text =
    rehearsal.kind === 'passed' ? `Rehearsed on ${dayTime(rehearsal.at)}.` : 'It is rehearsed before it is promoted.';
  return { about: hop.title, text };
}
