import { randomUUID } from 'node:crypto';
import type { Project } from '../../config/project.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { describeLocation, namedPlace } from '../../core/decisions/identity.ts';
import { decideMark, decideNameTyped } from '../../core/decisions/mark-disposable.ts';
import { asRecorded, productionStores } from '../../core/history/disposable-marks.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { nearest } from '../../core/messages/nearest.ts';
import type { RecordedIdentity } from '../../core/model/event.ts';
import type { LiveIdentity, MarkTarget } from '../../core/model/identity.ts';
import type { HeldLease } from '../../journal/lease-holding.ts';
import { type LiveData, openData } from '../environment/open-data.ts';
import { productionDataNow } from '../environment/production-data-now.ts';
import type { Declared } from '../frame/step.ts';
import { releaseLease, underLease } from '../hop/under-lease.ts';

/** Backups show it what production is: what may be emptied must be something else. */
export const markDeclared: Declared = {
  needs: { common: ['journal', 'backup'], own: ['data'] },
  writesJournal: true,
  gateAt: () => undefined,
};

type MarkInput = InputsOf<'confirm' | 'data' | 'environment'>;

/** Asks a person for the name of the store to be marked. */
export type AskName = (question: string) => Promise<string>;

/**
 * Marks staging's data stores as disposable, once: only backups that are taken afterwards can be restored there. A person
 * types the name of each, beforehand or when asked.
 */
export async function markStaging(project: Project, input: MarkInput, ask?: AskName): Promise<CommandResult<never>> {
  const { environment = 'staging' } = input;
  if (environment !== 'staging') {
    throw new UserError({
      happened: `"mark-disposable" was asked for ${environment}.`,
      means: 'Only staging is ever disposable. Nothing was marked.',
      next: 'Leave the environment out, or say "staging".',
    });
  }
  const chosen = chosenFrom(openData(project, 'staging'), input);
  try {
    const entries = await project.journal.read();
    const end = await underLease(project, { preempt: false, entries }, (lease) =>
      markAll({ project, lease, typed: input.confirm, ask }, chosen),
    );
    return markResult(end);
  } finally {
    await releaseLease(project);
  }
}

/** All stores, or the named one. A name typed beforehand confirms one store, so the store must be named as well. */
function chosenFrom(data: readonly LiveData[], { data: named, confirm }: MarkInput): readonly LiveData[] {
  const names = data.map(({ name }) => name);
  if (named === undefined) {
    if (confirm === undefined || data.length <= 1) return data;
    throw new UserError({
      happened: `"${confirm}" was typed, and staging has several stores of data: ${names.join(', ')}.`,
      means: 'It is not known which of them is meant. Nothing was marked.',
      next: `Mark each separately: staged-upgrade mark-disposable --data ${names[0]} --confirm NAME; on GitHub, the inputs "data" and "confirm".`,
    });
  }
  const found = data.filter(({ name }) => name === named);
  if (found.length > 0) return found;
  const intended = nearest(named, names);
  throw new UserError({
    happened: `environments.staging.data has no "${named}".`,
    means: 'Nothing was marked.',
    next: `${intended === undefined ? '' : `Did you mean "${intended}"? `}Give one of these as "data": ${names.join(', ')}.`,
  });
}

type Marked = { readonly kind: 'marked'; readonly headline: string };
type AlreadyMarked = Extract<Settled, { kind: 'already-done' }>;
type MarkEnd = Settled | { readonly kind: 'done'; readonly headline: string };

interface Marking {
  readonly project: Project;
  readonly lease: HeldLease;
  readonly typed: string | undefined;
  readonly ask: AskName | undefined;
}

/** All are checked before the first is marked: one that may be production's stops the others too. */
async function markAll(marking: Marking, chosen: readonly LiveData[]): Promise<MarkEnd> {
  const { project } = marking;
  const earlier = productionStores(await project.journal.read(), (await project.store().list()).backups);
  const production = [...earlier, ...(await productionDataNow(project))];
  if (chosen.length > 1) {
    for (const data of chosen) {
      const refused = await whyNot(project, data, production);
      if (refused !== undefined) return refused;
    }
  }
  const marked: string[] = [];
  const before: string[] = [];
  for (const data of chosen) {
    const end = await markOne(marking, data, production);
    if (end.kind === 'marked') marked.push(end.headline);
    else if (end.kind === 'already-done') before.push(end.because);
    else return marked.length === 0 ? end : withMarked(end, marked);
  }
  if (marked.length === 0) return { kind: 'already-done', because: before.join(' ') };
  return {
    kind: 'done',
    headline: `${[...marked, ...before].join(' ')} Backups that were taken before cannot be restored there.`,
  };
}

type NotMarked = Exclude<Settled, AlreadyMarked>;

function withMarked(end: NotMarked, marked: readonly string[]): Settled {
  const { message } = end;
  return { ...end, message: { ...message, means: `${message.means} Before that: ${marked.join(' ')}` } };
}

async function whyNot(
  { configuration, journal, effects }: Project,
  data: LiveData,
  production: readonly RecordedIdentity[],
): Promise<Settled | undefined> {
  const entries = await journal.read();
  const { system } = configuration;
  let refused: Settled | undefined;
  await data.store.markDisposable(async (found) => {
    const decision = decideMark({ data, found, production, entries, system });
    if (decision.kind !== 'act' && decision.kind !== 'already-done') refused = decision;
    return undefined;
  }, effects.signal);
  return refused;
}

async function markOne(
  { project, lease, typed, ask }: Marking,
  data: LiveData,
  production: readonly RecordedIdentity[],
): Promise<Marked | Settled> {
  const { configuration, journal, effects } = project;
  const { system } = configuration;
  const entries = await journal.read();
  const id = (effects.newId ?? randomUUID)();
  let settled: Settled | undefined;
  let target: MarkTarget | undefined;
  const decide = async (found: MarkTarget) => {
    target = found;
    const decision = decideMark({ data, found, production, entries, system });
    if (decision.kind !== 'act') {
      settled = decision;
      return undefined;
    }
    settled = decideNameTyped(data, found, typed ?? (await ask?.(question(found))));
    if (settled !== undefined) return undefined;
    const standing = await lease.confirm();
    if (standing.kind === 'lost') throw leaseGone();
    return { id, system };
  };
  const after = await data.store.markDisposable(decide, effects.signal);
  if (settled !== undefined) return settled;
  if (after === undefined || target === undefined || after.mark.kind !== 'disposable' || after.mark.id !== id)
    throw notSeen(data, after);
  const { tiedTo } = after.mark;
  const { name } = target;
  await journal.append({
    type: 'disposable-marked',
    mark: id,
    tiedTo,
    data: data.name,
    name,
    identity: asRecorded(after),
  });
  return { kind: 'marked', headline: `${namedPlace(name, after)} is marked as disposable.` };
}

function question({ identity, name }: MarkTarget): string {
  return `Each rehearsal will empty ${namedPlace(name, identity)}. Type its name if all of it may be lost:`;
}

function notSeen({ noun }: LiveData, after: LiveIdentity | undefined): SystemFailure {
  return new SystemFailure({
    happened: `The mark was written, but the ${noun} does not show it.`,
    means: `It does not count${after === undefined ? '' : `: ${describeLocation(after)}`}.`,
    next: `Run mark-disposable again. If this persists, something between here and the ${noun} changes what is written.`,
  });
}

function leaseGone(): SystemFailure {
  return new SystemFailure({
    happened: 'Another run took over while the name was asked for.',
    means: 'Nothing was marked.',
    next: 'When that run has ended, run mark-disposable again.',
  });
}

const outcomeOf = { waiting: 'waiting', refuse: 'refused', failed: 'failed', unknown: 'unknown' } as const;

function markResult(end: MarkEnd): CommandResult<never> {
  const nothing = { outputs: {}, text: '' };
  if (end.kind === 'done')
    return { ...nothing, outcome: 'passed', headline: end.headline, summary: `${end.headline}\n` };
  if (end.kind === 'already-done') {
    const headline = `Nothing to do: ${end.because}`;
    return { ...nothing, outcome: 'skipped', headline, summary: `${headline}\n` };
  }
  const { message } = end;
  return { ...nothing, outcome: outcomeOf[end.kind], headline: message.happened, message, summary: '' };
}
