import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decidePromotionTime, type PromotionTime } from '../../../src/core/decisions/promotion-time.ts';
import { oneLine } from '../../../src/core/messages/message.ts';
import type { MaintenanceWindows } from '../../../src/core/timing/window.ts';

const minute = 60_000;
const windows: MaintenanceWindows = {
  timeZone: 'Europe/Zurich',
  weekly: [
    { days: ['wed'], from: '22:00', to: '23:00' },
    { days: ['sat'], from: '22:00', to: '04:00' },
  ],
  closed: [],
};
const wednesdayNoon = '2026-11-04T11:00:00Z';
const wednesdayNight = '2026-11-04T21:15:00Z';

function decide(now: string, changes: Partial<PromotionTime> = {}): string {
  const decision = decidePromotionTime({
    hop: { id: '5.1.9--5.2.3', to: '5.2.3' },
    act: 'deploy',
    started: false,
    now: new Date(now),
    freeze: { kind: 'off' },
    windows,
    ...changes,
  });
  return `${decision.kind}: ${'message' in decision ? oneLine(decision.message) : decision.because}`;
}

describe('the time of a promotion', () => {
  it('is while a window is open that is long enough for what the rehearsal took', () => {
    assert.equal(
      decide(wednesdayNight, { expectedMilliseconds: 45 * minute }),
      'act: The maintenance window is open until Wed 4 Nov 2026 23:00 (+01:00, Europe/Zurich), for 45 min 0 s; the rehearsal took 45 min 0 s.',
    );
    assert.match(decide(wednesdayNight), /^act: .* How long this takes is not known\.$/);
  });

  it('waits for the window, and says when it opens', () => {
    assert.equal(
      decide(wednesdayNoon),
      'waiting: It is Wed 4 Nov 2026 12:00 (+01:00, Europe/Zurich): outside the maintenance windows (wed 22:00–23:00; sat 22:00–04:00, Europe/Zurich). Production was not touched. Nothing failed. Start a new run when the next window opens: Wed 4 Nov 2026 22:00 (+01:00, Europe/Zurich), in 10 h 0 min. If it cannot wait, change "windows" in the configuration.',
    );
    assert.match(decide('2026-11-05T11:00:00Z'), /Sat 7 Nov 2026 22:00 \(\+01:00, Europe\/Zurich\), in 2 days 10 h\./);
  });

  it('waits for a window that is long enough, skipping one that is not', () => {
    const expectedMilliseconds = 90 * minute;
    const inTheWindow = decide(wednesdayNight, { expectedMilliseconds });
    assert.match(inTheWindow, /^waiting: .*for 45 min 0 s; the rehearsal took 1 h 30 min, which does not fit\./);
    assert.match(inTheWindow, /opens: Sat 7 Nov 2026 22:00/);
    const before = decide(wednesdayNoon, { expectedMilliseconds });
    assert.match(before, /^waiting: .*from Wed 4 Nov 2026 22:00 .* is too short/);
    assert.match(before, /opens: Sat 7 Nov 2026 22:00/);
  });

  it('is refused, not waited for, when no window is long enough', () => {
    for (const now of [wednesdayNoon, wednesdayNight]) {
      assert.match(
        decide(now, { expectedMilliseconds: 7 * 60 * minute }),
        /^refuse: .*the rehearsal took 7 h 0 min.*Lengthen a window/i,
      );
    }
  });

  it('lets what was started be finished after the window has closed', () => {
    assert.match(
      decide(wednesdayNoon, { started: true }),
      /^act: The deploy of 5\.1\.9--5\.2\.3 was started and is being finished/,
    );
  });

  it('is any time without windows', () => {
    assert.match(decide(wednesdayNoon, { windows: undefined, expectedMilliseconds: minute }), /^act: /);
  });

  it('says for deferred migrations that a rollback stays possible', () => {
    assert.match(decide(wednesdayNoon, { act: 'migrate' }), /^waiting: .*5\.2\.3 runs .* rollback window stays open/);
  });
});

describe('a freeze', () => {
  const freeze = { kind: 'on', reason: 'Audit until Friday' } as const;

  it('stops promotion while a window is open, says why and how it is lifted', () => {
    assert.equal(
      decide(wednesdayNight, { freeze }),
      'waiting: Promotion is frozen by the variable STAGED_UPGRADE_FREEZE: Audit until Friday. Production was not touched. When it is over, set the repository variable STAGED_UPGRADE_FREEZE to "false" or delete it, then start a new run. A freeze never stops a rollback.',
    );
  });

  it('stops what was started too, and names the rollback', () => {
    const started = decide(wednesdayNight, { freeze, started: true, windows: undefined });
    assert.match(started, /^waiting: .*half done on production.*rollback of 5\.1\.9--5\.2\.3/);
  });
});
