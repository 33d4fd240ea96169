import type { Project } from '../../config/project.ts';
import { type Refusal, refuse } from '../../core/decisions/decision.ts';
import { type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import { type Message, oneLine } from '../../core/messages/message.ts';
import { exactTime } from '../../core/messages/moments.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Entry } from '../../core/model/event.ts';
import { eventSentence, runName } from '../../core/model/event-sentence.ts';
import { type ClockVerdict, clockVerdict } from '../../core/timing/clock-verdict.ts';

/** @param entries those at hand: none if they were checked before */
export function verdictOnClock({ effects, configuration }: Project, entries: readonly Entry[]): ClockVerdict {
  const { clock, githubReading } = effects;
  return clockVerdict(clock.now(), entries, githubReading?.(), configuration.lock['clock-tolerance']);
}

const longestAnswer = 10_000;

/**
 * A workflow's step that has sent no request to GitHub sends one for the time: every answer has it, even a refusal. This
 * request counts against no hourly limit (https://docs.github.com/en/rest/rate-limit/rate-limit). Without an answer only the
 * journal can show that this machine's clock is wrong.
 */
export async function askGitHubForTime({ effects, run }: Project): Promise<void> {
  const { githubReading, environment, signal } = effects;
  const api = environment.GITHUB_API_URL;
  if (run.kind !== 'github' || !api || githubReading === undefined || githubReading() !== undefined) return;
  try {
    const answer = await (effects.githubFetch ?? effects.fetch)(`${api.replace(/\/$/, '')}/rate_limit`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestAnswer)]),
    });
    await answer.body?.cancel();
  } catch {
    signal.throwIfAborted();
  }
}

/**
 * Why nothing may be written by this machine's clock; undefined if it may. If only an entry of the journal suggests that the
 * clock is wrong, that is reported and stops nobody: the writer's clock may be the wrong one, and one wrong clock would then
 * stop everybody.
 */
export function wrongClock(project: Project, entries: readonly Entry[] = []): Refusal | undefined {
  const verdict = verdictOnClock(project, entries);
  if (verdict.kind === 'plausible') return undefined;
  if (verdict.kind === 'entry-ahead') {
    project.effects.log.warn(oneLine(clockMessage(verdict)));
    return undefined;
  }
  const { happened, means, next } = clockMessage(verdict);
  return { ...refuse(happened, `${means} Nothing was done.`, next), unrecorded: true };
}

/** A rollback continues by whatever clock: it is the way out of an emergency. */
export function warnOfWrongClock(project: Project, entries: readonly Entry[] = []): void {
  const verdict = verdictOnClock(project, entries);
  if (verdict.kind !== 'plausible') project.effects.log.warn(oneLine(clockMessage(verdict)));
}

export const clockSubject = 'the clock';

/** If there was nothing to compare it with, nothing is claimed. */
export function clockFindings(verdict: ClockVerdict): Finding[] {
  switch (verdict.kind) {
    case 'plausible':
      return verdict.confirmed ? [fine(clockSubject, "This machine's clock agrees with GitHub's.")] : [];
    case 'entry-ahead':
      return [warning(clockSubject, clockMessage(verdict))];
    default:
      return [problem(clockSubject, clockMessage(verdict))];
  }
}

const remedies =
  'If production must go back now: "rollback" does not wait for a lease; it preempts the holder. To end a lease that a wrong clock left behind: staged-upgrade unlock --reason "why".';

export function clockMessage(verdict: Exclude<ClockVerdict, { kind: 'plausible' }>): Message {
  switch (verdict.kind) {
    case 'ahead':
      return {
        happened: `${offBy(verdict, 'ahead of')}.`,
        means:
          'It would take over leases that are still in use, and its own would keep every other run waiting until that time has come.',
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${remedies}`,
      };
    case 'behind':
      return {
        happened: `${offBy(verdict, 'behind')}.`,
        means: 'Others would consider its lease expired while it still acts, and act at the same time.',
        next: `Set the clock of this machine ("timedatectl" shows it), then start a new run. ${remedies}`,
      };
    case 'entry-ahead': {
      const { entry, milliseconds, confirmed } = verdict;
      const who = `${runName(entry.run)} (${entry.run.actor})`;
      return {
        happened: `Entry ${entry.sequence} of the journal ("${eventSentence(entry.event, (at) => exactTime(at))}", ${exactTime(entry.at)}) lies ${durationText(milliseconds)} ahead of this machine's clock.`,
        means: confirmed
          ? `GitHub's clock agrees with this one: the clock of ${who} was ahead, and a lease or a mark of that run counts until its time.`
          : `Either this machine's clock is behind, and its leases end too early, or the clock of ${who} was ahead, and a lease or a mark of that run counts until its time.`,
        next: `Correct the clock that is wrong ("timedatectl" shows it). ${remedies}`,
      };
    }
  }
}

function offBy(
  { milliseconds, reading }: Extract<ClockVerdict, { kind: 'ahead' | 'behind' }>,
  how: 'ahead of' | 'behind',
): string {
  return `The clock of this machine is ${durationText(milliseconds)} ${how} GitHub's: here it was ${exactTime(reading.answered.toISOString())} when GitHub answered at ${exactTime(reading.served.toISOString())}`;
}
