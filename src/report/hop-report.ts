import type { FilledChecklist } from '../core/decisions/checklists.ts';
import { toApproveNext } from '../core/decisions/question.ts';
import { confirmableOf } from '../core/history/rehearsal.ts';
import type { Situation } from '../core/history/situation.ts';
import type { ContentDigests } from '../core/model/digest.ts';
import { confirmationFor, type GateName, type GateScope, type GateSetting } from '../core/model/gate.ts';
import { isDoneByHand, type ManualStep } from '../core/model/hop.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import { checklistsDocument } from './checklists.ts';
import {
  type Block,
  type Document,
  folded,
  heading,
  type Item,
  list,
  paragraph,
  type Span,
  section,
} from './document.ts';
import { markdownOf } from './document-markdown.ts';
import { type Asked, stakeOf } from './gate-question.ts';
import { wayBackSentences } from './going-back.ts';
import { hopSteps } from './hop-steps.ts';
import { proofTable } from './proof-table.ts';
import { type ReportedWindow, windowBox } from './rollback-window.ts';
import { rolledBack, verdict } from './verdict.ts';

export interface HopFacts {
  /** According to the journal: production need not be in reach of the job that reports. */
  readonly situation: Situation;
  readonly gates: Readonly<Record<GateName, GateSetting>> & { readonly scope: GateScope };
  /** What a hop does, and what it is tested with, at present. */
  readonly contents: ContentDigests;
  /** Those of the product, filled in. */
  readonly checklists?: readonly FilledChecklist[];
  /** The hop's rollback window, while it is open. */
  readonly window?: ReportedWindow;
}

/** What a person reads before approving, and afterwards as the record: made from the journal alone. */
export function hopReport(facts: HopFacts): string {
  return markdownOf(hopDocument(facts));
}

/** What matters for the decision fits on one screen; the rest is folded. */
export function hopDocument(facts: HopFacts): Document {
  const { situation, window, checklists = [] } = facts;
  const { hop } = situation;
  return [
    heading(2, `${hop.title} (hop ${hop.index} of ${hop.count})`),
    ...(window?.warning === undefined ? [] : [windowBox(window.warning)]),
    ...verdict(situation),
    ...proofTable(situation),
    ...approval(facts),
    ...section('To do by hand', list(hop.manual.map(manualItem))),
    ...wayBack(facts),
    ...checklistsDocument(checklists, situation.now),
    ...folded(
      'Why this hop',
      list(
        hop.reasons.map(({ text, url }) => (url === undefined ? text : [`${text} (`, { link: 'source', url }, ')'])),
      ),
    ),
    ...folded('Every step, with its time', hopSteps(situation.record.entries, situation.now)),
    ...folded('Ids: backups, and the digest of what is approved', ids(situation)),
  ];
}

function manualItem(step: ManualStep): Item {
  return { ticked: isDoneByHand(step), text: `${step.id}: ${step.text}` };
}

/** What the next approval would allow, in the words of the terminal's question; nothing if nothing is left to be approved. */
function approval({ situation, gates, contents }: HopFacts): Document {
  const { hop, traits } = situation;
  const asked = toApproveNext(situation);
  if (asked.kind === 'nothing') return asked.because === '' ? [] : [paragraph(asked.because)];
  const gate = asked.kind === 'migrations' || asked.kind === 'migrations-again' ? 'finalize' : 'production';
  const isAsked = gates.scope === 'hop' && gates[gate] !== 'none';
  const { facts } = stakeOf(asked, { ...situation, observation: undefined }, contents);
  return section(isAsked ? 'If you approve' : 'Next on production, without another approval', [
    paragraph(act(asked, hop.to, traits), ...(isAsked ? howToApprove(gate, gates, situation) : [])),
    ...list(facts.map(({ about, text }) => [{ strong: about }, `: ${text}`])),
  ]);
}

function act(asked: Asked, to: string, traits: HopTraits): string {
  switch (asked.kind) {
    case 'deploy': {
      const deploy = traits.deferrable
        ? 'deployed with its migrations deferred, watched and smoke-tested'
        : 'deployed, watched and smoke-tested';
      return `Production is checked again, a restore point is taken, and ${to} is ${deploy}. Nothing other than what was rehearsed is done.`;
    }
    case 'deploy-again':
      return `The deploy of ${to} on production is finished, watched and smoke-tested.`;
    case 'migrations':
    case 'migrations-again':
      return `The migrations of ${to} are started on production, watched to their end, and ${to} is smoke-tested again.`;
  }
}

/** If reviewers are asked, GitHub shows the button. */
function howToApprove(gate: GateName, gates: HopFacts['gates'], { record }: Situation): readonly Span[] {
  const confirmable = confirmableOf(record);
  if (gates[gate] !== 'dispatch' || confirmable === undefined) return [];
  return [
    ' To approve, start the workflow with ',
    { code: 'confirm' },
    ' set to ',
    { code: confirmationFor(gate, confirmable) },
    '.',
  ];
}

/** Before an approval it only says how, since the approval says what is lost; afterwards it is what a person looks for. */
function wayBack({ situation, window }: HopFacts): Document {
  const { promotion } = situation;
  // There is nothing to roll back.
  if (!promotion.deployStarted && rolledBack(situation).length > 0) return [];
  const isAsked = toApproveNext(situation).kind !== 'nothing';
  if (!isAsked && !promotion.deployStarted) return [];
  return section('Going back', [paragraph(wayBackSentences(situation, window?.open, isAsked))]);
}

function ids({ hop, record, promotion }: Situation): Document {
  const rehearsed = record.rehearsedOn?.event.backup;
  const point = promotion.restorePoint?.event.backup;
  const named = (name: string, id: string | undefined): Block[] =>
    id === undefined ? [] : [paragraph(`${name}: `, { code: id })];
  return [
    ...named('Backup of the rehearsal', rehearsed),
    ...named('Restore point', point),
    ...named('Digest of what is approved', hop.digest),
  ];
}
