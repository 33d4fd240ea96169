import { isHealthy } from './observations.ts';
import type { ProductionCase } from './production-cases.ts';

/*
 * What holds in a case, derived from what was put into it: none of this uses the sources.
 */

type Case = ProductionCase;

export const acts = (c: Case): boolean => c.decision.kind === 'act';
export const isDone = (c: Case): boolean => c.decision.kind === 'already-done';

/** Its deploy was started, and the last check saw that production is no longer on `from`. */
const wasFoundHalfDone = ({ promotion: { hopStarted, checked } }: Case): boolean =>
  hopStarted && (checked === 'to' || checked === 'silent');

export const rehearsalCounts = (c: Case): boolean =>
  c.rehearsal.passed === 'young' || (c.rehearsal.passed === 'too long ago' && wasFoundHalfDone(c));

/** Seen to be so for a hop with another configuration, as the product reports that no migration of it is complete. */
export const isUnharmed = ({ seen, promotion }: Case): boolean =>
  (!promotion.dataMigrated ||
    (!promotion.started && !promotion.notDeferred && promotion.tellsMigrations && seen.migrations === 'done')) &&
  !(promotion.hopStarted && ranSince(seen, promotion.tellsMigrations));

/** The data shows that a migration has run or is queued since the previous release was seen. */
export const ranSince = ({ migrations }: Case['seen'], isTold = true): boolean =>
  ['running', 'failed', 'pending, with a job in the queue'].includes(migrations) ||
  (isTold && ['done, one more than before', 'pending behind one that ran'].includes(migrations));

export const isFreshStart = (c: Case): boolean =>
  c.seen.version === 'from' && isHealthy(c.seen) && isUnharmed(c) && !c.promotion.goingBack;

/** The hop can still get to the step that starts migrations, whoever has started one before. */
export const reachesMigrate = (
  { hopStarted, started, notDeferred, restoring }: Case['promotion'],
  deferrable: boolean,
): boolean => deferrable && hopStarted && (started || !notDeferred) && !restoring;

/** A person asks for what has failed to be started again, and the hop can get there. */
export const isLeftToMigrate = ({
  promotion,
  traits,
  request,
}: Pick<Case, 'promotion' | 'traits' | 'request'>): boolean =>
  request.retry && reachesMigrate(promotion, traits.deferrable);

export const mayBeHalfDone = ({ seen, promotion }: Case): boolean =>
  promotion.hopStarted && (seen.version === 'to' || seen.version === 'unknown');
