import { type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Freeze } from '../../core/timing/freeze.ts';
import { freezeVariable } from '../../core/timing/freeze.ts';
import { localText } from '../../core/timing/local-time.ts';
import { decideWindow, type MaintenanceWindows, nextLongEnough } from '../../core/timing/window.ts';

export interface WindowQuestion {
  readonly windows: MaintenanceWindows | undefined;
  /** Why there are none, if the configuration says so. */
  readonly waiver?: string | undefined;
  readonly freeze: Freeze;
  readonly now: Date;
  /** The longest job of the path on production, according to past rehearsals. */
  readonly longestJobMilliseconds?: number;
}

/** When production may be changed, and whether that is ever long enough. */
export function windowFindings({ windows, waiver, freeze, now, longestJobMilliseconds }: WindowQuestion): Finding[] {
  const subject = 'the time for it';
  const frozen: Finding[] =
    freeze.kind === 'off'
      ? []
      : [
          warning(subject, {
            happened: `Promotion is frozen by the variable ${freezeVariable}${freeze.reason === undefined ? '' : `: ${freeze.reason}`}.`,
            means: 'Hops are rehearsed; none goes to production.',
            next: `When it is over, set the repository variable ${freezeVariable} to "false" or delete it.`,
          }),
        ];
  if (windows === undefined) {
    const none =
      waiver === undefined ? 'No maintenance windows are configured' : `Maintenance windows are waived ("${waiver}")`;
    return [...frozen, fine(subject, `${none}: production may be changed at any time.`)];
  }
  const reading = decideWindow(windows, now);
  const { timeZone } = windows;
  const present =
    reading.kind === 'open'
      ? fine(
          subject,
          reading.until === undefined
            ? 'No maintenance window closes.'
            : `The maintenance window is open until ${localText(reading.until, timeZone)}.`,
        )
      : warning(subject, {
          happened: `It is ${localText(now, timeZone)}: ${reading.reason}.`,
          means: 'Hops can be rehearsed now; production waits.',
          next: `Production may be changed from ${localText(reading.opensAt, timeZone)}.`,
        });
  return [...frozen, present, ...tooShort(windows, now, longestJobMilliseconds, subject)];
}

function tooShort(windows: MaintenanceWindows, now: Date, longest: number | undefined, subject: string): Finding[] {
  if (longest === undefined) return [];
  const reading = decideWindow(windows, now);
  const isNowLongEnough =
    reading.kind === 'open' && (reading.until === undefined || reading.until.getTime() - now.getTime() >= longest);
  if (isNowLongEnough || nextLongEnough(windows, now, longest) !== undefined) return [];
  return [
    problem(subject, {
      happened: `According to its rehearsal, one part of a hop takes ${durationText(longest)} on production, and no maintenance window is that long.`,
      means: 'It would never be promoted.',
      next: 'Lengthen a window under "windows" in the configuration.',
    }),
  ];
}
