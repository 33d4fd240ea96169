import { type Confirmable, confirmationFor, type GateName, type GateSetting } from '../hop/gate.ts';
import type { Hop } from '../hop/hop.ts';
import { type Promotion, promotionOf } from '../hop/promotion.ts';
import { type HopRecord, recordOf } from '../hop/record.ts';
import { confirmableOf, type Rehearsal, rehearsalOf } from '../hop/rehearsal.ts';
import type { HopTraits } from '../hop/sequence.ts';
import type { Entry } from '../journal/event.ts';
import { inEnvironment, latest } from '../journal/history.ts';
import { eventWords } from '../journal/wording.ts';
import { escapeMarkdown, markdownLink, markdownTable } from './markdown.ts';
import { countText, durationText, timeText } from './quantities.ts';
import { type ReportedWindow, windowBox, windowSentence } from './rollback-window.ts';
import { waysToRollBack } from './way-back.ts';

export interface HopFacts {
  readonly hop: Hop;
  readonly traits: HopTraits;
  readonly gates: Readonly<Record<GateName, GateSetting>>;
  readonly entries: readonly Entry[];
  /** The hop's rollback window, while it is open. */
  readonly window?: ReportedWindow;
}

/** What a person reads before approving, and afterwards as the record: made from the journal alone. */
export function hopReport({ hop, traits, gates, entries, window }: HopFacts): string {
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const rehearsal = rehearsalOf(entries, record);
  const sections = [
    `## ${escapeMarkdown(hop.title)} (hop ${hop.index} of ${hop.count})`,
    window?.warning === undefined ? '' : windowBox(window.warning),
    rolledBack(record.entries, promotion),
    proof(record.entries, rehearsal),
    section('Steps and how long they took', steps(record.entries)),
    section(
      'Why this hop',
      hop.reasons
        .map(
          ({ text, url }) => `- ${escapeMarkdown(text)}${url === undefined ? '' : ` (${markdownLink('source', url)})`}`,
        )
        .join('\n'),
    ),
    section(
      'To do by hand',
      hop.manual
        .map((step) => `- [${step.acknowledged ? 'x' : ' '}] ${escapeMarkdown(`${step.id}: ${step.text}`)}`)
        .join('\n'),
    ),
    section('If you approve', approval({ hop, traits, gates }, record, promotion, rehearsal)),
    section('Going back', wayBack(hop, traits, promotion, window)),
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
  return `**Rolled back** on ${back.at}: ${escapeMarkdown(back.event.to)} was deployed on production again.`;
}

function proof(own: readonly Entry[], rehearsal: Rehearsal): string {
  const restored = latest(inEnvironment(own, 'staging'), 'restored');
  const carried = latest(inEnvironment(own, 'staging'), 'carried-over');
  if (carried !== undefined && carried.sequence > (restored?.sequence ?? 0)) {
    return `${rehearsalState(rehearsal)} It went on where hop ${escapeMarkdown(carried.event.after)} had ended on staging, on the restored backup \`${carried.event.backup}\`.`;
  }
  if (restored === undefined) return 'Nothing was restored and proved for this hop yet.';
  const { backup, tables, rows } = restored.event;
  const backedUp = own.findLast(({ event }) => event.type === 'backed-up' && event.backup === backup);
  const dataAt = backedUp?.event.type === 'backed-up' ? `, data of ${backedUp.event.dataAt}` : '';
  return `${rehearsalState(rehearsal)} The backup \`${backup}\`${dataAt} was restored on staging and found equal: ${countText(tables, 'table')} with ${countText(rows, 'row')}.`;
}

function rehearsalState(rehearsal: Rehearsal): string {
  switch (rehearsal.kind) {
    case 'passed':
      return `**The rehearsal passed** on ${rehearsal.at}.`;
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

/** What the next approval would do; empty when nothing is left to be approved. */
function approval(
  { hop, traits, gates }: Pick<HopFacts, 'hop' | 'traits' | 'gates'>,
  record: HopRecord,
  promotion: Promotion,
  rehearsal: Rehearsal,
): string {
  const confirmable = confirmableOf(record);
  const { completed, deployBegun, deployed, smoked, migrating } = promotion;
  if (completed !== undefined || migrating !== undefined) return '';
  const from = escapeMarkdown(hop.from);
  const to = escapeMarkdown(hop.to);
  if (deployBegun) {
    return deployed !== undefined && smoked && traits.deferrable
      ? `The migrations of ${to} are started on production. **This is the point of no return**: ${from} cannot be deployed again afterwards.${howToApprove('finalize', gates, confirmable)}`
      : '';
  }
  if (rehearsal.kind !== 'passed') return 'There is nothing to approve before the rehearsal has passed.';
  const deploy = traits.deferrable
    ? 'deployed with its migrations deferred, watched and smoke-tested'
    : 'deployed, watched and smoke-tested; its migrations run at start-up';
  return `Production is checked again, a restore point is taken, and ${to} is ${deploy}. Nothing else than the digest below is done.${howToApprove('production', gates, confirmable)}`;
}

/** Where reviewers are asked, GitHub shows the button. */
function howToApprove(gate: GateName, gates: HopFacts['gates'], confirmable: Confirmable | undefined): string {
  return gates[gate] === 'dispatch' && confirmable !== undefined
    ? ` To approve, start the workflow with \`confirm\` set to \`${confirmationFor(gate, confirmable)}\`.`
    : '';
}

function wayBack(hop: Hop, traits: HopTraits, promotion: Promotion, window: ReportedWindow | undefined): string {
  const from = escapeMarkdown(hop.from);
  const point = promotion.restorePoint?.event;
  const loss =
    point === undefined
      ? 'restoring the restore point, which is taken directly before the deploy, loses everything written after it'
      : `restoring \`${point.backup}\` loses everything written after ${point.dataAt}`;
  if (!traits.deferrable || promotion.migrating !== undefined || promotion.notDeferred !== undefined)
    return `There is no rollback window${traits.deferrable ? ' any more' : ''}: ${loss}.`;
  const age = window === undefined ? '' : `${windowSentence(window.open)} `;
  return `${age}Until the migrations are started, ${from} can be deployed again and nothing is lost (${waysToRollBack(hop.id)}). After that, ${loss}.`;
}
