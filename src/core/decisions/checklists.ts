import { after, inEnvironment, isOf, latest } from '../history/entries.ts';
import { sinceProductionChanged } from '../history/production-changes.ts';
import type { Situation } from '../history/situation.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { EnvironmentName, Hop } from '../model/hop.ts';
import type { Checklist, ChecklistItem } from './checklist.ts';

/** A checklist with what the journal shows for one hop. */
export interface FilledChecklist {
  readonly title: string;
  readonly url?: string;
  readonly items: readonly FilledItem[];
}

export interface FilledItem {
  readonly text: string;
  readonly state: ItemState;
}

export type ItemState =
  /** `by` is the evidence, a phrase; `entry` is the journal entry that records it. */
  | { readonly kind: 'done'; readonly by: string; readonly entry: Entry }
  /** `missing` is the evidence that is missing, a phrase. */
  | { readonly kind: 'open'; readonly missing: string };

type HopFacts = Pick<Situation, 'hop' | 'record' | 'rehearsal' | 'promotion'>;

/**
 * An item is ticked only by a record of this hop with this digest. What a rollback has undone is open again.
 * @param entries the whole journal, which also holds what is recorded for the whole path
 */
export function fillIn(lists: readonly Checklist[], situation: HopFacts, entries: readonly Entry[]): FilledChecklist[] {
  return lists.map(({ title, url, items }) => ({
    title,
    ...(url === undefined ? {} : { url }),
    items: items.map((item) => ({ text: filled(item.text, situation.hop), state: stateOf(item, situation, entries) })),
  }));
}

function filled(text: string, { from, to }: Hop): string {
  return text.replaceAll('{from}', from).replaceAll('{to}', to);
}

function stateOf({ evidence }: ChecklistItem, situation: HopFacts, entries: readonly Entry[]): ItemState {
  if ('acknowledged' in evidence)
    return acknowledgement(filled(evidence.acknowledged, situation.hop), situation, entries);
  if ('step' in evidence) return ofStep(evidence.step, evidence.on, situation, entries);
  const tested = smokeTested(situation, evidence.on);
  if ('test' in evidence) return ofTest(evidence.test, evidence.on, tested);
  return ofProbe(evidence.seen, evidence.on, tested);
}

/** The plan recorded with it names who said so. */
function acknowledgement(id: string, { hop }: HopFacts, entries: readonly Entry[]): ItemState {
  const plan = entries.findLast(
    (entry): entry is EntryOf<'planned'> =>
      isOf(entry, 'planned') && entry.event.hops.some((one) => one.id === hop.id && one.digest === hop.digest),
  );
  const step = plan?.event.hops.find((one) => one.id === hop.id)?.manual.find((one) => one.id === id);
  if (plan === undefined || step?.acknowledged !== true)
    return { kind: 'open', missing: `"${id}" is not acknowledged` };
  return { kind: 'done', by: `"${id}" was acknowledged, planned by ${plan.run.actor}`, entry: plan };
}

type Step = Extract<ChecklistItem['evidence'], { step: unknown }>['step'];

const words: Readonly<Record<Step, string>> = {
  plan: 'the plan',
  preflight: 'a preflight of the whole path without problems, since production last changed',
  room: 'a backup that was checked to fit before it was written',
  check: 'the check of production',
  backup: 'the backup for the rehearsal',
  restore: 'a restore on staging that was compared and found equal',
  rehearsal: 'the rehearsal',
  approval: 'the approval',
  'restore-point': 'the restore point',
  deploy: 'the deploy of {to}',
  wait: 'the wait until {to} served',
  smoke: 'the smoke tests of {to}',
  complete: 'the end of the hop',
};

function ofStep(step: Step, on: EnvironmentName, situation: HopFacts, entries: readonly Entry[]): ItemState {
  const { hop } = situation;
  const isOfServer = step === 'deploy' || step === 'wait' || step === 'smoke';
  const by = `${filled(words[step], hop)}${isOfServer ? ` on ${on}` : ''}`;
  const entry = recordOfStep(step, on, situation, entries);
  return entry === undefined ? { kind: 'open', missing: `${by} is not recorded` } : { kind: 'done', by, entry };
}

function recordOfStep(
  step: Step,
  on: EnvironmentName,
  situation: HopFacts,
  entries: readonly Entry[],
): Entry | undefined {
  const { hop, record, rehearsal, promotion } = situation;
  switch (step) {
    case 'plan':
      return entries.findLast((entry) => isOf(entry, 'planned') && entry.event.hops.some(({ id }) => id === hop.id));
    case 'preflight': {
      const looked = latest(sinceProductionChanged(entries, hop), 'preflighted');
      return looked?.event.problems === 0 ? looked : undefined;
    }
    case 'room':
      return record.entries.findLast((entry) => isOf(entry, 'backed-up') && entry.event.fits === true);
    case 'check':
      return latest(inEnvironment(record.entries, 'production'), 'checked');
    case 'backup':
      return record.rehearsedOn;
    case 'restore': {
      const restored = latest(inEnvironment(record.entries, 'staging'), 'restored');
      return restored?.event.proved === true ? restored : latest(record.entries, 'carried-over');
    }
    case 'rehearsal':
      return rehearsal.kind === 'passed' ? latest(record.entries, 'rehearsed') : undefined;
    case 'approval':
      return latest(record.entries, 'approved');
    case 'restore-point':
      return promotion.restorePoint;
    case 'complete':
      return promotion.completed;
    case 'deploy':
      return here(situation, on).findLast((entry) => isOf(entry, 'deployed') && isTo(entry));
    case 'wait':
      return latest(here(situation, on), 'waited');
    case 'smoke':
      return smokeTested(situation, on);
  }
}

function ofTest(pattern: string, on: EnvironmentName, tested: EntryOf<'smoke-tested'> | undefined): ItemState {
  const expression = new RegExp(pattern);
  const passed = tested?.event.tests.filter((name) => expression.test(name)) ?? [];
  if (tested === undefined || passed.length === 0)
    return { kind: 'open', missing: `no smoke test named like "${pattern}" has passed on ${on}` };
  return { kind: 'done', by: `${passed.map((name) => `"${name}"`).join(', ')} passed on ${on}`, entry: tested };
}

type Seen = Extract<ChecklistItem['evidence'], { seen: unknown }>['seen'];

/** Tests run only on a release that was just seen to answer, to be healthy and to be the expected one. */
function ofProbe(seen: Seen, on: EnvironmentName, tested: EntryOf<'smoke-tested'> | undefined): ItemState {
  if (tested === undefined) return { kind: 'open', missing: `not seen on ${on} yet` };
  const { version, migrations, assumed } = tested.event;
  switch (seen) {
    case 'version':
      return { kind: 'done', by: `${on} answered as ${version}`, entry: tested };
    case 'health':
      return { kind: 'done', by: `${on} was healthy`, entry: tested };
    case 'migrations':
      return migrations === 'done' && assumed !== true
        ? { kind: 'done', by: `the migrations on ${on} were seen to be complete`, entry: tested }
        : { kind: 'open', missing: `the migrations on ${on} were not seen to be complete` };
  }
}

function smokeTested(situation: HopFacts, on: EnvironmentName): EntryOf<'smoke-tested'> | undefined {
  return here(situation, on).findLast(
    (entry): entry is EntryOf<'smoke-tested'> => isOf(entry, 'smoke-tested') && entry.event.release === 'to',
  );
}

function isTo(entry: EntryOf<'deployed'>): boolean {
  return entry.event.release === 'to';
}

/** The entries after the last rollback: what held before it may not hold any more. */
function here({ record }: HopFacts, on: EnvironmentName): readonly Entry[] {
  const all = inEnvironment(record.entries, on);
  const back = latest(all, 'rolled-back');
  return back === undefined || on === 'staging' ? all : after(all, back);
}
