/**
 * How a step ended. These words are API: they are the action's output `result`, are in the journal and in the
 * summary, and each has an exit code of its own.
 *
 * - passed: it was done and seen to be done
 * - skipped: it had been done before, or the product does not need it
 * - waiting: not a failure; a later run continues (a budget ended, a window is closed, production is at an earlier hop)
 * - failed: a check failed, or what was tried did not work
 * - unknown: the result could not be determined
 * - refused: doing it would have been wrong, so nothing was done
 */
export const outcomes = ['passed', 'skipped', 'waiting', 'failed', 'unknown', 'refused'] as const;

export type Outcome = (typeof outcomes)[number];

export const exitCodes: Readonly<Record<Outcome, number>> = {
  passed: 0,
  skipped: 0,
  failed: 1,
  waiting: 3,
  unknown: 4,
  refused: 5,
};

/** The user's mistake, our own defect, and the signals that can end a run. */
export const exitCodeOf = { userError: 2, defect: 70, hungUp: 129, interrupted: 130, terminated: 143 } as const;
