import type { Hop } from '../hop/hop.ts';
import { type Promotion, promotionOf } from '../hop/promotion.ts';
import { recordOf } from '../hop/record.ts';
import type { HopTraits } from '../hop/sequence.ts';
import type { Entry } from '../journal/event.ts';
import { inEnvironment, latest, sinceRestored } from '../journal/history.ts';
import { eventSentence } from '../journal/wording.ts';
import { escapeMarkdown, markdownTable } from './markdown.ts';
import { countText, durationText } from './quantities.ts';

/** What a person reads before approving, and afterwards as the record: made from the journal alone. */
export function hopReport(hop: Hop, traits: HopTraits, entries: readonly Entry[]): string {
  const record = recordOf(entries, hop);
  const promotion = promotionOf(record);
  const sections = [
    `## ${escapeMarkdown(hop.title)} (hop ${hop.index} of ${hop.count})`,
    proof(record.entries, entries),
    section('Steps and how long they took', steps(record.entries)),
    section(
      'Why this hop',
      hop.reasons
        .map(({ text, url }) => `- ${escapeMarkdown(text)}${url === undefined ? '' : ` ([source](${url}))`}`)
        .join('\n'),
    ),
    section(
      'To do by hand',
      hop.manual
        .map((step) => `- [${step.acknowledged ? 'x' : ' '}] ${escapeMarkdown(`${step.id}: ${step.text}`)}`)
        .join('\n'),
    ),
    section('If you approve', approval(hop, traits, promotion)),
    section('Going back', wayBack(hop, traits, promotion)),
    `Digest of what is approved: \`${hop.digest}\``,
  ];
  return `${sections.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}`;
}

function proof(own: readonly Entry[], all: readonly Entry[]): string {
  const restored = latest(inEnvironment(own, 'staging'), 'restored');
  if (restored === undefined) return 'Nothing was restored and proved for this hop yet.';
  const { backup, tables, rows } = restored.event;
  const backedUp = own.findLast(({ event }) => event.type === 'backed-up' && event.backup === backup);
  const dataAt = backedUp?.event.type === 'backed-up' ? `, data of ${backedUp.event.dataAt}` : '';
  const rehearsed = latest(own, 'rehearsed');
  const state =
    rehearsed !== undefined && rehearsed.sequence > restored.sequence
      ? `**The rehearsal passed** on ${rehearsed.at}.`
      : sinceRestored(all, 'staging')?.restored.sequence === restored.sequence
        ? '**The rehearsal is not finished.**'
        : '**The rehearsal was given up**: staging was restored for something else since.';
  return `${state} The backup \`${backup}\`${dataAt} was restored on staging and found equal: ${countText(tables, 'table')} with ${countText(rows, 'row')}.`;
}

function steps(own: readonly Entry[]): string {
  const rows = own.flatMap(({ at, event }) =>
    'milliseconds' in event && typeof event.milliseconds === 'number' && 'environment' in event
      ? [[at, event.environment, eventSentence(event), durationText(event.milliseconds)]]
      : [],
  );
  return rows.length === 0 ? '' : markdownTable(['when', 'environment', 'step', 'time'], rows);
}

function approval(hop: Hop, traits: HopTraits, promotion: Promotion): string {
  if (promotion.completed !== undefined) return '';
  const { from, to } = hop;
  if (promotion.deployed !== undefined) {
    return traits.deferrable
      ? `The migrations of ${escapeMarkdown(to)} are started on production. **This is the point of no return**: ${escapeMarkdown(from)} cannot be deployed again afterwards.`
      : '';
  }
  const deploy = traits.deferrable
    ? 'deployed with its migrations deferred, watched and smoke-tested'
    : 'deployed, watched and smoke-tested; its migrations run at start-up';
  return `Production is checked again, a restore point is taken, and ${escapeMarkdown(to)} is ${deploy}. Nothing else than the digest below is done.`;
}

function wayBack(hop: Hop, traits: HopTraits, promotion: Promotion): string {
  const from = escapeMarkdown(hop.from);
  const point = promotion.restorePoint?.event;
  const loss =
    point === undefined
      ? 'restoring the restore point, which is taken directly before the deploy, loses everything written after it'
      : `restoring \`${point.backup}\` loses everything written after ${point.dataAt}`;
  if (!traits.deferrable || promotion.migrating !== undefined)
    return `There is no rollback window${traits.deferrable ? ' any more' : ''}: ${loss}.`;
  return `Until the migrations are started, ${from} can be deployed again and nothing is lost (\`staged-upgrade rollback --hop ${hop.id}\`). After that, ${loss}.`;
}
