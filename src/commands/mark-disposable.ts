import { randomUUID } from 'node:crypto';
import type { Project } from '../config/project.ts';
import type { Settled } from '../core/decisions/decision.ts';
import { describeLocation } from '../core/decisions/identity.ts';
import { decideMark, decideNameTyped } from '../core/decisions/mark-disposable.ts';
import { asRecorded, productionStores } from '../core/history/disposable-marks.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { SystemFailure, UserError } from '../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../core/model/identity.ts';
import type { HeldLease } from '../journal/lease-holding.ts';
import { projectCommand } from '../steps/command.ts';
import { openDatabase } from '../steps/environment/open-database.ts';
import { productionStoreNow } from '../steps/environment/production-store-now.ts';
import { releaseLease, underLease } from '../steps/hop/under-lease.ts';

export const markDisposable = projectCommand({
  name: 'mark-disposable',
  description: "mark staging's database as one that may be emptied: once, before the first backup",
  inputs: ['confirm'],
  inWorkflow: ['environment'],
  outputs: [],
  run: (project, input, terminal) => markStaging(project, input, terminal?.ask),
});

/** Asks a person for the name of what is to be marked. */
export type AskName = (question: string) => Promise<string>;

/**
 * Marks staging's store as one that may be emptied, once: only backups that are taken afterwards can be restored there.
 * A person types its name, given beforehand or asked for while it is looked at.
 */
export async function markStaging(
  project: Project,
  { confirm, environment = 'staging' }: InputsOf<'confirm' | 'environment'>,
  ask?: AskName,
): Promise<CommandResult<never>> {
  if (environment !== 'staging') {
    throw new UserError({
      happened: `"mark-disposable" was asked for ${environment}.`,
      means: 'Only staging is ever disposable. Nothing was marked.',
      next: 'Leave the environment out, or say "staging".',
    });
  }
  try {
    const entries = await project.journal.read();
    const end = await underLease(project, { preempt: false, entries }, (lease) => mark(project, confirm, lease, ask));
    return resultOf(end);
  } finally {
    await releaseLease(project);
  }
}

type MarkEnd = Settled | { readonly kind: 'done'; readonly headline: string };

async function mark(
  project: Project,
  confirm: string | undefined,
  lease: HeldLease,
  ask: AskName | undefined,
): Promise<MarkEnd> {
  const { configuration, journal, store, effects } = project;
  const { system } = configuration;
  const entries = await journal.read();
  const earlier = productionStores(entries, (await store().list()).backups);
  const production = [...earlier, ...(await productionStoreNow(project))];
  const id = (effects.newId ?? randomUUID)();
  let settled: Settled | undefined;
  let target: MarkTarget | undefined;
  const decide = async (found: MarkTarget) => {
    target = found;
    const decision = decideMark({ found, production, entries, system });
    if (decision.kind !== 'act') {
      settled = decision;
      return undefined;
    }
    settled = decideNameTyped(found, confirm ?? (await ask?.(question(found))));
    if (settled !== undefined) return undefined;
    const standing = await lease.confirm();
    if (standing.kind === 'lost') throw leaseGone();
    return { id, system };
  };
  const after = await openDatabase(project, 'staging').markDisposable(decide, effects.signal);
  if (settled !== undefined) return settled;
  if (after === undefined || target === undefined || after.mark.kind !== 'disposable' || after.mark.id !== id)
    throw notSeen(after);
  const { tiedTo } = after.mark;
  const { name } = target;
  await journal.append({ type: 'disposable-marked', mark: id, tiedTo, name, database: asRecorded(after) });
  return {
    kind: 'done',
    headline: `"${name}" (${describeLocation(after)}) is marked as disposable. Backups that were taken before cannot be restored there.`,
  };
}

function question({ identity, name }: MarkTarget): string {
  return `Each rehearsal will empty "${name}" (${describeLocation(identity)}). Type its name if all of it may be lost:`;
}

function notSeen(after: LiveIdentity | undefined): SystemFailure {
  return new SystemFailure({
    happened: 'The mark was written, and is not what the database shows.',
    means: `It does not count${after === undefined ? '' : `: ${describeLocation(after)}`}.`,
    next: 'Run mark-disposable again. If it stays so, something between here and the database changes what is written.',
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

function resultOf(end: MarkEnd): CommandResult<never> {
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
