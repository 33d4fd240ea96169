import type { Message } from '../../../messages/message.ts';
import { durationText } from '../../../messages/quantities.ts';
import { driftFrom } from './declared.ts';
import { changeBetween } from './hops.ts';
import { className } from './instance-class.ts';
import { untilWindow } from './maintenance-window.ts';
import { declaredFirst, type Member, onlyZone, type TopologySeen, writerOf } from './seen.ts';
import { readLabel, type Topology } from './topology.ts';

/** One change of the cluster, in the words of its hop. */
export interface AskedChange {
  readonly from: string;
  readonly to: string;
  readonly isBack: boolean;
  readonly now: Date;
}

/** A resize of two instances mostly takes an hour at most. */
const marginMilliseconds = 60 * 60_000;

/** Why this change must not be made on the cluster as it is now; undefined if it may. */
export function hopObstacle(seen: TopologySeen, { from, to, isBack, now }: AskedChange): Message | undefined {
  const [before, after] = [readLabel(from), readLabel(to)];
  if (before === undefined || after === undefined) return undefined;
  const drift = driftFrom(seen, [before, after]);
  if (drift !== undefined) return driftMessage(drift);
  const change: Change = { before, after, isBack };
  return roleMessage(seen, change) ?? zoneMessage(seen, change) ?? windowMessage(seen, before, after, now);
}

function driftMessage(drift: string): Message {
  return {
    happened: `${drift.slice(0, 1).toUpperCase()}${drift.slice(1)}.`,
    means: 'A deploy of this checkout would undo one of the two. Nothing was changed.',
    next: 'Check out the branch with the newest commit of that file (or merge its pull request), or correct the file, then run again.',
  };
}

interface Change {
  readonly before: Topology;
  readonly after: Topology;
  readonly isBack: boolean;
}

/**
 * The writer is changed last, and must have an instance to fail over to. After a failover the instance declared first may be a
 * reader: what counts is the role. On a rollback the others are those that were changed first.
 */
function roleMessage(seen: TopologySeen, { before, after, isBack }: Change): Message | undefined {
  const change = changeBetween(before, after);
  const [first, writer] = [declaredFirst(seen), writerOf(seen)];
  if (first === undefined || writer === undefined || change === undefined) return undefined;
  const others = seen.members.filter(({ id }) => id !== writer.id);
  if (change === 'remove-instances') {
    if (writer.id === first.id) return undefined;
    return failOver(
      seen,
      first,
      `"${writer.id}" takes the writes, and it is one of the instances that this change would remove.`,
    );
  }
  const changesWriter =
    (change === 'writer') === (writer.id === first.id) && (change === 'writer' || change === 'reader');
  if (!changesWriter || isBack) return undefined;
  const wanted = change === 'writer' ? after.writer : after.readers[0];
  const unready = others.find(({ instanceClass }) => className(instanceClass) !== wanted);
  if (unready === undefined) return undefined;
  const happened = `"${writer.id}" takes the writes, and this change would resize it before "${unready.id}", which it would fail over to.`;
  return first.id === writer.id
    ? {
        happened,
        means: 'The application would be on an instance of the old size meanwhile. Nothing was changed.',
        next: 'Start a new run: it plans the readers first.',
      }
    : failOver(seen, first, happened);
}

function failOver({ cluster }: TopologySeen, to: Member, happened: string): Message {
  return {
    happened,
    means: `After a failover, the instance that is declared as the writer ("${to.id}") is a reader. Nothing was changed.`,
    next: `Fail over to it in a quiet minute, which interrupts writes for some seconds: aws rds failover-db-cluster --db-cluster-identifier ${cluster.id} --target-db-instance-identifier ${to.id}. Then run again.`,
  };
}

/** If all are in one zone, the instance that it fails over to goes down with it. */
function zoneMessage(seen: TopologySeen, { before, after, isBack }: Change): Message | undefined {
  const zone = onlyZone(seen);
  if (isBack || zone === undefined || seen.oneZone !== undefined || changeBetween(before, after) !== 'writer')
    return undefined;
  return {
    happened: `All ${seen.members.length} instances are in the zone ${zone}, and this change makes the cluster fail over.`,
    means:
      'There is no reader in another zone to fail over to: an outage of that zone in the meantime would be one of the database. Nothing was changed.',
    next: 'Have a reader in another zone (delete one and have the application add it again; its subnet group must span several zones), or write into the topology why one zone is accepted: one-zone: "…".',
  };
}

/** Maintenance that is due in the window takes instances down while others are being resized. */
function windowMessage(seen: TopologySeen, before: Topology, after: Topology, now: Date): Message | undefined {
  const change = changeBetween(before, after);
  if (change === undefined || change === 'reader-setting') return undefined;
  for (const { of, window, due } of seen.maintenance) {
    const until = untilWindow(window, now);
    if (due.length === 0 || until === undefined || until > marginMilliseconds) continue;
    return {
      happened: `Maintenance of ${of} is due (${due.join(', ')}), and its window (${window} UTC) ${until === 0 ? 'is open' : `opens in ${durationText(until)}`}.`,
      means: 'An instance could be taken down while another is resized. Nothing was changed.',
      next: 'Run again when the maintenance is done; or apply it now, or defer it, in the console of RDS.',
    };
  }
  return undefined;
}
