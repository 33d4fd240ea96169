import { compareIdentities } from '../../../core/decisions/identity.ts';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Identity, LiveIdentity } from '../../../core/model/identity.ts';
import { copyTag, replacedTag, tagsToKeep } from './mark.ts';
import { copyName, currentName, formerNames, replacedName } from './names.ts';
import { identityOf, type Place } from './place.ts';
import { deadState, type Found, isAvailable, type Snapshot } from './subject.ts';
import { until, type Waiting } from './until.ts';

export interface Replacement<Refusal> {
  readonly snapshot: Snapshot;
  /** The database that was backed up, as its address led to it. */
  readonly production: Identity;
  readonly password: string | undefined;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  readonly waiting: Waiting;
}

/**
 * The copy is made beside what it replaces, and completed before that is touched: whatever a quota, a key or a class prevents
 * leaves staging as it was. Then the two exchange their names, and what was replaced is deleted. A restore that is interrupted
 * in between is continued by the next one, which sees from the names how far it got.
 */
export async function replaceBy<Refusal>(
  place: Place,
  { snapshot, production, password, mayReplace, waiting }: Replacement<Refusal>,
): Promise<Refusal | undefined> {
  const { id, subject, database } = place;
  const refused = mayReplace(identityOf(place, await place.found(waiting.signal)));
  if (refused !== undefined) return refused;
  const old = await tidied(place, waiting);
  if (old.isProtected) throw isProtected(place);
  // If it does not answer, whatever it was, nothing is compared with it below.
  const former = await database.identity(waiting.signal).catch(() => undefined);

  const copy = copyName(id);
  const tags = { ...tagsToKeep(old.tags), [copyTag]: nameIn(snapshot.arn) };
  await subject.restore(snapshot.arn, copy, { like: id, tags });
  await available(place, copy, waiting);
  await subject.addMembers(copy, id);
  const made = await available(place, copy, waiting);
  if (password !== undefined) {
    await subject.setPassword(copy, password);
    await available(place, copy, waiting);
  }

  const changed = mayReplace(identityOf(place, await place.found(waiting.signal)));
  if (changed !== undefined) {
    await removed(place, copy, waiting);
    return changed;
  }
  await subject.addTags(old.arn, { [replacedTag]: id, ...formerNames(old.members) });
  await renamed(
    place,
    { from: old, to: replacedName(id), memberNames: old.members.map((each) => replacedName(each.id)) },
    waiting,
  );
  await renamed(place, { from: made, to: id, memberNames: old.members.map((each) => each.id) }, waiting);
  await removed(place, replacedName(id), waiting);
  await led(place, { production, former }, waiting);
  return undefined;
}

/** Restores the state without a restore under way: what an earlier one left is put back or removed. */
async function tidied(place: Place, waiting: Waiting): Promise<Found> {
  const { id, subject } = place;
  const outgoing = replacedName(id);
  const incoming = copyName(id);
  const left = await subject.find(incoming, waiting.signal);
  if (left !== undefined) {
    requireOurs(left, copyTag);
    waiting.log.info(`Removing ${incoming}, which a restore that was ended has left.`);
    await removed(place, incoming, waiting);
  }
  const replaced = await subject.find(outgoing, waiting.signal);
  const current = await subject.find(id, waiting.signal);
  if (replaced !== undefined) requireOurs(replaced, replacedTag);
  if (replaced !== undefined && current !== undefined) await removed(place, outgoing, waiting);
  const found = current ?? replaced ?? (await place.found(waiting.signal));
  const names = found.members.map((each) => currentName(each, found.tags));
  await renamed(place, { from: found, to: id, memberNames: names }, waiting);
  return await available(place, id, waiting);
}

interface Renaming {
  readonly from: Found;
  readonly to: string;
  /** Of its instances, in their order. */
  readonly memberNames: readonly string[];
}

/** Instances first: in a cluster with its final name, each has its own name again. */
async function renamed(place: Place, { from, to, memberNames }: Renaming, waiting: Waiting): Promise<void> {
  const { subject } = place;
  for (const [index, { id }] of from.members.entries()) {
    const name = memberNames[index] ?? id;
    if (name === id) continue;
    await subject.renameMember(id, name);
    await until(waiting, async () => {
      const now = await subject.find(from.id, waiting.signal);
      const isThere = now?.members.some((each) => each.id === name && each.status === 'available') === true;
      return isThere ? undefined : `The instance "${id}" is being renamed to "${name}"`;
    });
  }
  if (from.id === to) return;
  await available(place, from.id, waiting);
  await subject.rename(from.id, to);
  await available(place, to, waiting);
}

/** Waits until it exists and is available, with all of its instances. */
async function available({ subject }: Place, id: string, waiting: Waiting): Promise<Found> {
  let found: Found | undefined;
  await until(waiting, async () => {
    found = await subject.find(id, waiting.signal);
    if (found === undefined) return `The ${subject.noun} "${id}" is not there yet`;
    const dead = deadState(found);
    if (dead !== undefined) throw isDead(subject.noun, id, dead);
    if (isAvailable(found)) return undefined;
    const slow = found.members.find(({ status }) => status !== 'available');
    return slow === undefined
      ? `The ${subject.noun} "${id}" is ${found.status}`
      : `The instance "${slow.id}" is ${slow.status}`;
  });
  if (found === undefined) throw new Error(`${id} was found and lost`);
  return found;
}

async function removed({ subject }: Place, id: string, waiting: Waiting): Promise<void> {
  const found = await subject.find(id, waiting.signal);
  if (found === undefined) return;
  await subject.remove(found);
  await until(waiting, async () => {
    const now = await subject.find(id, waiting.signal);
    return now === undefined ? undefined : `The ${subject.noun} "${id}" is ${now.status}`;
  });
}

/** The address of staging's database has to lead to the copy: outdated DNS answers pass with time, anything else does not. */
async function led(
  { database, where }: Place,
  { production, former }: { readonly production: Identity; readonly former: Identity | undefined },
  waiting: Waiting,
): Promise<void> {
  let reason = '';
  const limit = 300_000;
  const deadline = new Date(waiting.clock.now().getTime() + limit);
  const means = 'What it leads to is not what was restored, and nothing could be compared.';
  await until({ ...waiting, deadline, within: limit, means }, async () => {
    try {
      const now = await database.identity(waiting.signal);
      reason = sameAs(production, now, "production's") ?? sameAs(former, now, 'the one before the restore') ?? '';
    } catch (error) {
      if (!(error instanceof SystemFailure)) throw error;
      reason = error.message;
    }
    return reason === '' ? undefined : `The address in ${where}.database does not lead to the copy: ${reason}`;
  });
}

function sameAs(known: Identity | undefined, now: Identity, description: string): string | undefined {
  if (known === undefined) return undefined;
  const compared = compareIdentities(known, now);
  return compared.kind === 'same' ? `the database is ${description} (${compared.reason})` : undefined;
}

function nameIn(arn: string): string {
  return arn.split(':').slice(6).join(':');
}

function requireOurs({ id, tags }: Found, tag: string): void {
  if (tags[tag] !== undefined) return;
  throw new SystemFailure({
    happened: `"${id}" exists, and has no tag "${tag}": this tool did not make it.`,
    means: 'A restore needs that name. Nothing was changed.',
    next: 'Rename it or delete it, then run the step again.',
  });
}

function isProtected({ id, subject, where }: Place): SystemFailure {
  return new SystemFailure({
    happened: `The ${subject.noun} "${id}" is protected against deletion.`,
    means: 'A restore puts a copy in its place and deletes it. Nothing was changed.',
    next: `Make sure that ${where} names staging's, then switch "deletion protection" off there.`,
  });
}

function isDead(noun: string, id: string, state: string): SystemFailure {
  return new SystemFailure({
    happened: `Of the ${noun} "${id}", ${state}.`,
    means: 'It will not become available without help.',
    next: 'See the events in the console of RDS (aws rds describe-events --duration 60), correct the cause (a parameter group, the KMS key), and run the step again.',
  });
}
