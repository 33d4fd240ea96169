import { durationText } from '../messages/quantities.ts';
import type { Hop } from '../model/hop.ts';
import { type Freeze, freezeVariable } from '../timing/freeze.ts';
import { localText } from '../timing/local-time.ts';
import { decideWindow, type MaintenanceWindows, nextLongEnough } from '../timing/window.ts';
import { type Decision, refuse, waiting } from './decision.ts';

/** The acts on production that are limited to certain times. A rollback is not: it is always allowed. */
export type TimedAct = 'restore-point' | 'deploy' | 'migrate';

export interface PromotionTime {
  readonly hop: Pick<Hop, 'id' | 'to'>;
  readonly act: TimedAct;
  /** This act was started and is not finished: leaving it half done is worse than doing it late. */
  readonly started: boolean;
  readonly now: Date;
  readonly freeze: Freeze;
  readonly windows: MaintenanceWindows | undefined;
  /** How long the rest of the job took in the rehearsal, this act included, plus the validation. */
  readonly expectedMilliseconds?: number;
  /** For how long the smoke tests are repeated, which they were not in the rehearsal. */
  readonly validationMilliseconds?: number;
}

/**
 * Whether production may be changed now. A freeze is a person's decision and stops everything, also what was started.
 * When a window closes, what was started may be finished; and a window is not used for what takes longer than it is open.
 */
export function decidePromotionTime(time: PromotionTime): Decision {
  const { freeze, windows, started, now } = time;
  if (freeze.kind === 'on') return frozen(time, freeze);
  if (windows === undefined) return { kind: 'act', because: 'No maintenance windows are configured.' };
  const reading = decideWindow(windows, now);
  if (started) {
    const outside = reading.kind === 'closed' ? ', although no maintenance window is open' : '';
    return {
      kind: 'act',
      because: `${nouns[time.act]} of ${time.hop.id} was started and is being finished${outside}.`,
    };
  }
  if (reading.kind === 'closed') return tooEarly(time, windows, reading);
  if (reading.until === undefined) return { kind: 'act', because: 'No maintenance window closes.' };
  return whileOpen(time, windows, reading.until);
}

function whileOpen(time: PromotionTime, windows: MaintenanceWindows, until: Date): Decision {
  const { now, expectedMilliseconds: expected } = time;
  const left = until.getTime() - now.getTime();
  const open = `The maintenance window is open until ${localText(until, windows.timeZone)}, for ${durationText(left)}`;
  if (expected === undefined) return { kind: 'act', because: `${open}. How long this takes is not known.` };
  if (expected <= left) return { kind: 'act', because: `${open}; ${took(time, expected)}.` };
  const happened = `${open}; ${took(time, expected)}, which does not fit.`;
  const next = nextLongEnough(windows, now, expected);
  return next === undefined ? neverFits(time, happened) : untilNext(time, happened, next, windows);
}

function tooEarly(
  time: PromotionTime,
  windows: MaintenanceWindows,
  { opensAt, reason }: { readonly opensAt: Date; readonly reason: string },
): Decision {
  const { now, expectedMilliseconds: expected = 0 } = time;
  const happened = `It is ${localText(now, windows.timeZone)}: ${reason}.`;
  const next = nextLongEnough(windows, now, expected);
  if (next === undefined) {
    return neverFits(time, `${happened} No window is long enough: ${took(time, expected)}.`);
  }
  const short =
    next > opensAt
      ? ` The next window, from ${localText(opensAt, windows.timeZone)}, is too short: ${took(time, expected)}.`
      : '';
  return untilNext(time, happened + short, next, windows);
}

function took({ validationMilliseconds: validation = 0 }: PromotionTime, expected: number): string {
  const rehearsal = `the rehearsal took ${durationText(expected - validation)}`;
  return validation === 0 ? rehearsal : `${rehearsal}, and the smoke tests then run for ${durationText(validation)}`;
}

function untilNext(time: PromotionTime, happened: string, next: Date, { timeZone }: MaintenanceWindows): Decision {
  const wait = next.getTime() - time.now.getTime();
  return waiting(
    happened,
    `${held[time.act](time.hop.to)} Nothing failed.`,
    `Start a new run when the next window opens: ${localText(next, timeZone)}, in ${durationText(wait)}. If it cannot wait, change "windows" in the configuration.`,
  );
}

function neverFits(time: PromotionTime, happened: string): Decision {
  return refuse(
    happened,
    `${held[time.act](time.hop.to)} No configured window is long enough, so waiting would not help.`,
    `Lengthen a window under "windows" in the configuration${(time.validationMilliseconds ?? 0) > 0 ? ', or shorten "validate"' : ''}, then start a new run.`,
  );
}

function frozen({ act, started, hop }: PromotionTime, { reason }: { readonly reason?: string }): Decision {
  const why = reason === undefined ? '' : `: ${reason}`;
  return waiting(
    `Promotion is frozen by the variable ${freezeVariable}${why}${/[.!?…]$/.test(why) ? '' : '.'}`,
    started ? `${nouns[act]} of ${hop.id} was started and remains half done on production.` : held[act](hop.to),
    started
      ? `Check production now. To continue, ${lift}; to go back, run the rollback of ${hop.id}: a freeze never stops it.`
      : `When it is over, ${lift}. A freeze never stops a rollback.`,
  );
}

const lift = `set the repository variable ${freezeVariable} to "false" or delete it, then start a new run`;

const nouns: Readonly<Record<TimedAct, string>> = {
  'restore-point': 'The restore point',
  deploy: 'The deploy',
  migrate: 'The migration',
};

const held: Readonly<Record<TimedAct, (to: string) => string>> = {
  'restore-point': () => 'Production was not touched.',
  deploy: () => 'Production was not touched.',
  migrate: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`,
};
