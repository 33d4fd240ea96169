import { toApproveNext } from '../core/decisions/question.ts';
import { inEnvironment, latest } from '../core/history/entries.ts';
import type { Promotion } from '../core/history/promotion.ts';
import { confirmableOf, type Rehearsal } from '../core/history/rehearsal.ts';
import type { Situation } from '../core/history/situation.ts';
import { waysToRollBack } from '../core/history/way-back.ts';
import { countText, durationText, timeText } from '../core/messages/quantities.ts';
import type { ContentDigests } from '../core/model/digest.ts';
import type { Entry } from '../core/model/event.ts';
import { eventWords } from '../core/model/event-sentence.ts';
import {
  type Confirmable,
  confirmationFor,
  type GateName,
  type GateScope,
  type GateSetting,
} from '../core/model/gate.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import { escapeMarkdown, markdownLink, markdownTable } from '../world/writing/markdown.ts';
import { type Asked, isUnseen, stakeOf } from './gate-question.ts';
import { type ReportedWindow, windowBox, windowSentence } from './rollback-window.ts';

export interface HopFacts {
  /** As the journal has it: production need not be in reach of the job that reports. */
  readonly situation: Situation;
  readonly gates: Readonly<Record<GateName, GateSetting>> & { readonly scope: GateScope };
  /** What a hop does and is tested with now. */
  readonly contents: ContentDigests;
  /** The hop's rollback window, while it is open. */
  readonly window?: ReportedWindow;
}

/** What a person reads before approving, and afterwards as the record: made from the journal alone. */
export function hopReport(facts: HopFacts): string {
  const { situation, window } = facts;
  const { hop, record, promotion } = situation;
  const sections = [
    `## ${escapeMarkdown(hop.title)} (hop ${hop.index} of ${hop.count})`,
    window?.warning === undefined ? '' : windowBox(window.warning),
    rolledBack(record.entries, promotion),
    proof(situation),
    ...approval(facts),
    section('Going back', wayBack(facts)),
    section(
      'To do by hand',
      hop.manual
        .map((step) => `- [${step.acknowledged ? 'x' : ' '}] ${escapeMarkdown(`${step.id}: ${step.text}`)}`)
        .join('\n'),
    ),
    section(
      'Why this hop',
      hop.reasons
        .map(
          ({ text, url }) => `- ${escapeMarkdown(text)}${url === undefined ? '' : ` (${markdownLink('source', url)})`}`,
        )
        .join('\n'),
    ),
    section('Steps and how long they took', steps(record.entries)),
    `Digest of what is approved: \`${hop.digest}\``,
  ];
  return `${sections.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}`;
}

function rolledBack(own: readonly Entry[], promotion: Promotion): string {
  const back = latest(inEnvironment(own, 'production'), 'rolled-back');
  if (back === undefined || promotion.deployBegun) return '';
  return `**Rolled back** on ${timeText(back.at)}: ${escapeMarkdown(back.event.to)} was deployed on production again.`;
}

function proof({ record: { entries: own }, rehearsal }: Situation): string {
  const restored = latest(inEnvironment(own, 'staging'), 'restored');
  const carried = latest(inEnvironment(own, 'staging'), 'carried-over');
  if (carried !== undefined && carried.sequence > (restored?.sequence ?? 0)) {
    return `${rehearsalState(rehearsal)} It went on where hop ${escapeMarkdown(carried.event.after)} had ended on staging, on the restored backup \`${carried.event.backup}\`.`;
  }
  if (restored === undefined) return 'Nothing was restored and proved for this hop yet.';
  const { backup, tables, rows } = restored.event;
  const backedUp = own.findLast(({ event }) => event.type === 'backed-up' && event.backup === backup);
  const dataAt = backedUp?.event.type === 'backed-up' ? `, data of ${timeText(backedUp.event.dataAt)}` : '';
  return `${rehearsalState(rehearsal)} The backup \`${backup}\`${dataAt} was restored on staging and found equal: ${countText(tables, 'table')} with ${countText(rows, 'row')}.`;
}

function rehearsalState(rehearsal: Rehearsal): string {
  switch (rehearsal.kind) {
    case 'passed':
      return `**The rehearsal passed** on ${timeText(rehearsal.at)}.`;
    case 'void':
      return `**The rehearsal does not count**: ${escapeMarkdown(rehearsal.because)}.`;
    case 'none':
    case 'started':
      return '**The rehearsal is not finished.**';
  }
}

function steps(own: readonly Entry[]): string {
  const rows = own.flatMap(({ at, event }) => {
    if (event.type === 'approved') return [[timeText(at), '', eventWords(event), '']];
    if (event.type === 'migrating') return [[timeText(at), event.environment, 'migrations started', '']];
    if (event.type === 'not-understood' || !('milliseconds' in event)) return [];
    return [[timeText(at), event.environment, eventWords(event), durationText(event.milliseconds)]];
  });
  return rows.length === 0 ? '' : markdownTable(['when', 'environment', 'step', 'time'], rows);
}

/** What the next approval would let happen, as the terminal's question says it; nothing when nothing is left to be approved. */
function approval({ situation, gates, contents }: HopFacts): string[] {
  const { hop, traits, record } = situation;
  const asked = toApproveNext(situation);
  if (asked.kind === 'nothing') return asked.because === '' ? [] : [asked.because];
  const gate = asked.kind === 'migrations' || asked.kind === 'migrations-again' ? 'finalize' : 'production';
  const isAsked = gates.scope === 'hop' && gates[gate] !== 'none';
  const confirmable = confirmableOf(record);
  const to = escapeMarkdown(hop.to);
  const facts = stakeOf(asked, { ...situation, observation: undefined }, contents).facts;
  const body = [
    `${act(asked, to, traits)}${isAsked ? howToApprove(gate, gates, confirmable) : ''}`,
    '',
    ...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
  ];
  return [section(isAsked ? 'If you approve' : 'Next on production, without another approval', body.join('\n'))];
}

function act(asked: Asked, to: string, traits: HopTraits): string {
  switch (asked.kind) {
    case 'deploy': {
      const deploy = traits.deferrable
        ? 'deployed with its migrations deferred, watched and smoke-tested'
        : 'deployed, watched and smoke-tested';
      return `Production is checked again, a restore point is taken, and ${to} is ${deploy}. Nothing other than what the digest below covers is done.`;
    }
    case 'deploy-again':
      return `The deploy of ${to} on production is finished, watched and smoke-tested.`;
    case 'migrations':
    case 'migrations-again':
      return `The migrations of ${to} are started on production, watched to their end, and ${to} is smoke-tested again.`;
  }
}

/** Where reviewers are asked, GitHub shows the button. */
function howToApprove(gate: GateName, gates: HopFacts['gates'], confirmable: Confirmable | undefined): string {
  return gates[gate] === 'dispatch' && confirmable !== undefined
    ? ` To approve, start the workflow with \`confirm\` set to \`${confirmationFor(gate, confirmable)}\`.`
    : '';
}

/** What the approval says of it already is not said twice. */
function wayBack({ situation, window }: HopFacts): string {
  const { hop, traits, promotion } = situation;
  const isAsked = toApproveNext(situation).kind !== 'nothing';
  if (!isAsked && !promotion.deployBegun) return '';
  const how = waysToRollBack(hop.id);
  if (!traits.deferrable || promotion.migrating !== undefined || promotion.notDeferred !== undefined) {
    const closed = traits.deferrable
      ? 'The rollback window is closed: only a restore goes back.'
      : 'Only a restore goes back.';
    return escapeMarkdown(
      `${closed} ${isAsked ? '' : `${loss(promotion)} `}To go back, ${how}; it asks for the hop's id as confirmation.`,
    );
  }
  if (isUnseen(promotion)) {
    return escapeMarkdown(
      `Whether migrations of ${hop.to} have started is not known, since it was not seen after its deploy. To go back, ${how}: it looks, and where nothing shows that none has started it asks for a confirmation.`,
    );
  }
  const age = window === undefined ? '' : `${windowSentence(window.open)} `;
  const after = isAsked ? '' : ` After they have started, only a restore goes back. ${loss(promotion)}`;
  return escapeMarkdown(
    `${age}Until the migrations are started, nothing has to be restored: to go back, ${how}.${after}`,
  );
}

function loss({ restorePoint: point }: Promotion): string {
  return point === undefined
    ? 'The journal has no restore point of this hop.'
    : `Restoring ${point.event.backup} loses everything written after ${timeText(point.event.dataAt)}.`;
}
