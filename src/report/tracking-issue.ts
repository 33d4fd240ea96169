import { latest } from '../core/history/entries.ts';
import { promotionOf } from '../core/history/promotion.ts';
import { recordOf } from '../core/history/record.ts';
import { rehearsalOf } from '../core/history/rehearsal.ts';
import type { Message } from '../core/messages/message.ts';
import { dayTime } from '../core/messages/moments.ts';
import type { Entry, EntryOf } from '../core/model/event.ts';
import type { GateName, GateScope, GateSetting } from '../core/model/gate.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import { type Document, list, paragraph, type Span } from './document.ts';
import { hopProgress, hopsTable } from './path-report.ts';

/** Whom each gate asks. */
export type AskedGates = Readonly<Record<GateName, GateSetting>> & {
  readonly scope: GateScope;
  /** The GitHub environment that a gate is. */
  environment(gate: GateName): string;
};

export interface TrackingFacts {
  readonly system: string;
  readonly planned: EntryOf<'planned'>['event'];
  readonly entries: readonly Entry[];
  readonly gates: AskedGates;
  readonly traits: HopTraits;
  /** The page of the run that writes it. */
  readonly runUrl: string | undefined;
  /** What the run has to report that did not end well. */
  readonly message: Message | undefined;
  readonly now: Date;
}

export interface TrackingIssue {
  readonly title: string;
  readonly document: Document;
  readonly isComplete: boolean;
}

/** The issue that tracks one climb: where each hop is, and for whom it waits. */
export function trackingIssue(facts: TrackingFacts): TrackingIssue {
  const { system, planned, entries, message, runUrl, now } = facts;
  const current = hopProgress(planned, entries).findIndex(({ kind }) => kind === 'current');
  const isComplete = current < 0;
  const done = isComplete ? planned.hops.length : current;
  const waiting = isComplete ? undefined : waitsFor(facts, current);
  const record = latest(entries, 'ended') ?? latest(entries, 'planned');
  return {
    title: `Upgrade of ${system}: ${planned.current} → ${planned.target}`,
    isComplete,
    document: [
      paragraph(
        isComplete ? '✔ ' : '',
        { strong: isComplete ? 'The path is complete.' : `${done} of ${planned.hops.length} hops are complete.` },
        ...(waiting === undefined ? [] : [` ${waiting}`]),
      ),
      ...(message === undefined || waiting !== undefined ? [] : [paragraph(`${message.happened} ${message.next}`)]),
      ...hopsTable(facts),
      ...list([
        ...(runUrl === undefined ? [] : [[{ link: 'The newest run', url: runUrl }] satisfies Span[]]),
        ...(record === undefined ? [] : [`As of ${dayTime(record.at, now)}.`]),
      ]),
    ],
  };
}

/** Who has to do what before the hop continues; undefined if nobody has to. */
function waitsFor({ planned, entries, gates, traits }: TrackingFacts, index: number): string | undefined {
  const hop = planned.hops[index];
  // With one approval for the whole path, nobody is asked at a hop.
  if (hop === undefined || gates.scope === 'path') return undefined;
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const manual = hop.manual.filter(({ acknowledged }) => !acknowledged).map(({ id }) => id);
  const steps = manual.length === 0 ? '' : ` To be done by hand and acknowledged before it: ${manual.join(', ')}.`;
  if (rehearsalOf(entries, record, traits).kind === 'passed' && !promotion.deployStarted)
    return `Hop ${hop.id} was rehearsed. ${whoApproves('production', gates)}${steps}`;
  const isOpen = promotion.deployed !== undefined && promotion.smoked && promotion.migrating === undefined;
  if (traits.deferrable && isOpen && promotion.completed === undefined)
    return `${hop.to} is on production, and the rollback window is open. ${whoApproves('finalize', gates)} It is the point of no return.`;
  return undefined;
}

export function whoApproves(gate: GateName, gates: AskedGates): string {
  switch (gates[gate]) {
    case 'environment':
      return `It waits for the reviewers of the environment "${gates.environment(gate)}": they approve it in the run.`;
    case 'dispatch':
      return 'It waits for a person who starts the workflow with its confirmation, which the run shows.';
    case 'none':
      return 'Nobody is asked before it continues.';
  }
}
