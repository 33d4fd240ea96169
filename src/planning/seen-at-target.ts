import type { Project } from '../config/project.ts';
import type { CommandResult } from '../core/interface/result.ts';
import type { Message } from '../core/messages/message.ts';
import { askGitHubForTime, wrongClock } from '../steps/hop/right-clock.ts';
import { escapeMarkdown } from '../world/writing/markdown.ts';
import type { Planned } from './plan-path.ts';

/**
 * Nothing is left to do for this system of a fleet. The journal records that it runs the target and works: the next ring waits
 * for that.
 */
export async function seenAtTarget<Result extends CommandResult>(
  project: Project,
  { observation, current }: Planned,
  ring: string,
  { result, refused }: { readonly result: Result; readonly refused: (message: Message) => Result },
): Promise<Result> {
  if (observation === undefined) return result;
  const { serving, migrations } = observation;
  await askGitHubForTime(project);
  const wrong = wrongClock(project, await project.journal.read());
  if (wrong !== undefined) return refused(wrong.message);
  if (serving.kind === 'yes' && migrations.kind === 'done') {
    await project.journal.append({ type: 'at-target', version: current, ring });
    return result;
  }
  const because =
    serving.kind === 'yes'
      ? `its migrations are ${migrations.kind}`
      : `${serving.kind === 'no' ? 'it is not healthy' : 'its health is unknown'}: ${serving.reason}`;
  const message: Message = {
    happened: `Production runs ${current}, the target, and ${because}.`,
    means: `It does not count as validated, so no ring after "${ring}" starts.`,
    next: 'Look at the server. The next run of the fleet looks at it again.',
  };
  return {
    ...result,
    outcome: serving.kind === 'unknown' ? 'unknown' : 'failed',
    headline: message.happened,
    message,
    outputs: { ...result.outputs, complete: false },
    summary: `**${escapeMarkdown(message.happened)}**\n\n${escapeMarkdown(`${message.means} ${message.next}`)}\n`,
  };
}
