import { howToRetry } from '../core/decisions/migration-run.ts';
import { finishRestoreFirst, finishRollback, waysToRollBack } from '../core/history/way-back.ts';
import type { Holder, Whereabouts } from '../core/history/whereabouts.ts';
import { dayTime, moment } from '../core/messages/moments.ts';
import { countText } from '../core/messages/quantities.ts';
import { eventSentence } from '../core/model/event-sentence.ts';
import type { EnvironmentName } from '../core/model/hop.ts';
import { shortened } from '../core/model/notice.ts';
import type { Observation } from '../core/model/observation.ts';
import { type Document, list } from './document.ts';

/** What is done may quote a server's complete answer; the journal has it. */
const maxActLength = 120;

/** What answers on one side now, or why this runner cannot ask. */
export type Side =
  | { readonly kind: 'observed'; readonly observation: Observation; readonly hasMigrationsProbe: boolean }
  | { readonly kind: 'not-asked'; readonly reason: string; readonly lastSeen?: string }
  /** There is no such environment, for the reason given in the configuration. */
  | { readonly kind: 'waived'; readonly reason: string };

export interface WhereaboutsFacts {
  readonly whereabouts: Whereabouts;
  readonly sides: Readonly<Record<EnvironmentName, Side>>;
  /** A command of a killed run, or what it has started, that is still at work on this machine: nothing may act beside it. */
  readonly stillRuns: { readonly what: string; readonly pid: number; readonly isCommand: boolean } | undefined;
  /** The address or command that starts a new run. */
  readonly newRun: string;
  /** Whether the path that is reported is done; undefined where none was planned. */
  readonly complete: boolean | undefined;
  readonly now: Date;
}

interface Line {
  readonly label: string;
  readonly text: string;
}

/** Where we are, one line per question: what runs, who acts, what is half done, what stopped. */
export function whereaboutsLines({ whereabouts, sides, stillRuns, now }: WhereaboutsFacts): readonly Line[] {
  const { rollback, restore, halfDone, stopped, lastRolledBack, restored, lookedAt } = whereabouts;
  const lines: Line[] = [
    { label: 'Production', text: sideText(sides.production, now) },
    { label: 'Staging', text: sideText(sides.staging, now) },
    { label: 'Acting', text: holderText(whereabouts.holder, now) },
  ];
  if (stillRuns !== undefined) {
    const what = stillRuns.isCommand ? stillRuns.what : `what ${stillRuns.what} had started`;
    lines.push({ label: 'Still runs', text: `${what}, although its run is gone.` });
  }
  if (restore !== undefined) {
    const { happened, means } = finishRestoreFirst({ ...restore, isOtherwiseConfigured: false });
    lines.push({ label: 'Unfinished', text: `${happened} ${means}` });
  } else if (rollback !== undefined) {
    const { id } = rollback.event.hop;
    const text = `The rollback of hop ${id} to ${rollback.event.to} was started on ${dayTime(rollback.at, now)}, and it is not finished.`;
    lines.push({ label: 'Unfinished', text });
  } else if (halfDone !== undefined) {
    lines.push({ label: 'Half done', text: halfDoneText(halfDone, stopped, now) });
  }
  if (lastRolledBack !== undefined) {
    const { hop, to, accepted } = lastRolledBack.event;
    const data =
      restored === undefined
        ? 'nothing was restored'
        : `${restored.event.backup} was restored, and everything written after it is lost`;
    const tests =
      accepted === undefined ? '' : ` Its smoke tests did not pass, which was accepted: "${accepted.reason}".`;
    lines.push({
      label: 'Rolled back',
      text: `Hop ${hop.id} was rolled back to ${to} on ${dayTime(lastRolledBack.at, now)}; ${data}.${tests}`,
    });
  }
  if (stopped !== undefined) {
    const { command, environment, outcome, hop, message } = stopped.event;
    const text = `"${command}" of hop ${hop.id} on ${environment} ended as ${outcome} on ${dayTime(stopped.at, now)}: ${message}`;
    lines.push({ label: 'Stopped', text });
  }
  if (lookedAt !== undefined) {
    const { current, target, hops } = lookedAt.event;
    const text = `${current} → ${target}, ${countText(hops.length, 'hop')}, planned ${moment(lookedAt.at, now)}. It was only a look: nothing was done for it, and what is said here is not about it.`;
    lines.push({ label: 'Looked at', text });
  }
  return lines;
}

/** What to do now. Sentences. */
export function whatNow(facts: WhereaboutsFacts): string {
  const { whereabouts, sides, stillRuns, newRun, complete, now } = facts;
  const { production } = sides;
  const { holder, rollback, restore, halfDone, stopped, doneByHand } = whereabouts;
  if (stillRuns !== undefined)
    return `Wait until ${stillRuns.what} has ended, or end it with: kill -- -${stillRuns.pid}. Then read this report again.`;
  if (holder.kind === 'acting') {
    const { url } = holder.lease.run;
    return `Let ${holder.lease.owner} end${url === undefined ? '' : `: ${url}`}. If it is dead, others may act from ${dayTime(holder.freeAt, now)} on.`;
  }
  if (restore !== undefined) return finishRestoreFirst({ ...restore, isOtherwiseConfigured: false }).next;
  if (rollback !== undefined) return finishRollback(rollback.event.hop.id);
  if (halfDone !== undefined) {
    const { id } = halfDone.hop;
    const hasFailedMigration = production.kind === 'observed' && production.observation.migrations.kind === 'failed';
    const onward = hasFailedMigration ? howToRetry(id) : `Finish the hop with a new run: ${newRun}.`;
    return `${onward} Or, to go back, ${waysToRollBack(id)}.`;
  }
  if (doneByHand !== undefined) {
    return `Production runs what hop ${doneByHand.id} leads to, and the journal has no deploy of it. If somebody did it by hand, record that: staged-upgrade adopt --hop ${doneByHand.id} --reason "why". Then plan again.`;
  }
  if (complete === undefined) return 'No path was planned yet: staged-upgrade plan shows what there is to climb.';
  if (complete) return 'Nothing is left to do.';
  // What was stopped, or could not be determined, may have no cause that anybody could correct.
  const { outcome } = stopped?.event ?? {};
  const first = outcome === 'failed' || outcome === 'refused' ? 'Fix the cause first. ' : '';
  return `${first}Start a new run, which resumes from what it observes: ${newRun}`;
}

export function whereaboutsText(facts: WhereaboutsFacts): string {
  const lines = whereaboutsLines(facts);
  const width = Math.max(...lines.map(({ label }) => label.length));
  return lines.map(({ label, text }) => `${label.padEnd(width)}  ${text}`).join('\n');
}

export function whereaboutsList(facts: WhereaboutsFacts): Document {
  return list(whereaboutsLines(facts).map(({ label, text }) => [{ strong: label }, `: ${text}`]));
}

function sideText(side: Side, now: Date): string {
  if (side.kind === 'waived') return `none: the configuration waives it ("${side.reason}").`;
  if (side.kind === 'not-asked')
    return `could not be asked here (${side.reason}).${side.lastSeen === undefined ? '' : ` ${side.lastSeen}`}`;
  const { version, serving, migrations, at } = side.observation;
  const seen = `, observed ${moment(at, now)}`;
  if (version.kind === 'unknown') return `does not report its version (${version.reason})${seen}.`;
  const serves =
    serving.kind === 'yes'
      ? 'serving'
      : `${serving.kind === 'no' ? 'not serving' : 'serving unknown'} (${serving.reason})`;
  return `runs ${version.value}, ${serves}${side.hasMigrationsProbe ? `, ${migrationsText(migrations)}` : ''}${seen}.`;
}

function migrationsText(migrations: Observation['migrations']): string {
  switch (migrations.kind) {
    case 'done':
      return 'no migration left';
    case 'pending':
      return `${migrations.next} pending, not started`;
    case 'running':
      return `migration ${migrations.current} running`;
    case 'failed':
      return `migration ${migrations.current} failed (${migrations.error})`;
    case 'unknown':
      return `migrations unknown (${migrations.reason})`;
  }
}

function holderText(holder: Holder, now: Date): string {
  if (holder.kind === 'nobody') return 'nobody; no lease is held.';
  const { lease, since, freeAt, doing } = holder;
  const who = `${lease.owner} (${lease.run.actor}) has held the lease since ${dayTime(since, now)}`;
  const did =
    doing === undefined
      ? ''
      : ` Last: ${shortened(
          eventSentence(doing.event, (at) => dayTime(at, now)),
          maxActLength,
        )}, ${dayTime(doing.at, now)}.`;
  if (holder.kind === 'gone')
    return `nobody. ${who}, and its process is gone from this machine: the next run here takes over at once.${did}`;
  return holder.kind === 'acting'
    ? `${who}. Unless renewed it expires at ${dayTime(lease.expiresAt, now)}; others may act from ${dayTime(freeAt, now)}, since clocks may differ.${did}`
    : `nobody. ${who}, which expired at ${dayTime(lease.expiresAt, now)} without being released: that run has died.${did}`;
}

function halfDoneText(
  { hop, since, promotion }: NonNullable<Whereabouts['halfDone']>,
  stopped: Whereabouts['stopped'],
  now: Date,
): string {
  const { deployed, smoked, migrating, waited } = promotion;
  const end = stopped?.event;
  const failsNow =
    end?.command === 'smoke' && end.outcome === 'failed' && end.environment === 'production' && end.hop.id === hop.id;
  const passed = failsNow ? 'smoke tests passed at first, and have failed since' : 'smoke tests passed';
  const notPassed = failsNow ? 'smoke tests failed' : 'not smoke-tested';
  const reached = [
    deployed === undefined ? 'its end is not recorded' : `done on ${dayTime(deployed.at, now)}`,
    ...(deployed === undefined ? [] : [smoked ? passed : notPassed]),
    ...(migrating === undefined
      ? []
      : [
          `its migrations were started on ${dayTime(migrating.at, now)}${waited === undefined ? '' : ' and waited for'}`,
        ]),
  ];
  return `Hop ${hop.id} on production: the deploy of ${hop.to} was started on ${dayTime(since, now)}, ${reached.join(', ')}.`;
}
