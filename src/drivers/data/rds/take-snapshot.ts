import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { RdsSettings } from './kind.ts';
import type { Place } from './place.ts';
import type { Snapshot } from './subject.ts';
import { until, type Waiting } from './until.ts';

interface Opened {
  readonly place: Place;
  readonly settings: RdsSettings;
  readonly context: PartContext;
}

/** A complete one, or none: what fails, or is stopped, is removed again as far as possible. */
export async function takeSnapshot(
  { place, settings, context }: Opened,
  { at, waiting }: { readonly at: Date; readonly waiting: Waiting },
): Promise<Snapshot> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { id, subject } = place;
  const { snapshots } = subject;
  const name = nameOf(id, at);
  const tags = { 'staged-upgrade:system': placeholders.system ?? id, 'staged-upgrade:of': id };
  const started: string[] = [];
  try {
    started.push(name);
    await snapshots.start(id, name, tags);
    const taken = await whole(place, name, waiting);
    if (settings.copy === undefined) return taken;
    const key = fill(settings.copy.key, 'copy.key');
    const copyName = `${name}-copy`;
    started.push(copyName);
    await snapshots.copy(taken.arn, copyName, { key, tags });
    const copied = await whole(place, copyName, waiting);
    const accounts = settings.copy['share-with'].map((account) => fill(account, 'copy.share-with'));
    if (accounts.length > 0) await snapshots.share(copyName, accounts);
    // The copy is what the backup refers to: a second one of the same data would only cost money.
    await snapshots.remove(name);
    return copied;
  } catch (error) {
    for (const each of started) await snapshots.remove(each).catch(() => undefined);
    throw error;
  }
}

async function whole({ subject }: Place, name: string, waiting: Waiting): Promise<Snapshot> {
  let last: Snapshot | undefined;
  await until(waiting, async () => {
    last = await subject.snapshots.find(name, waiting.signal);
    if (last?.status === 'available') return undefined;
    if (last !== undefined && /^(?:failed|incompatible)/.test(last.status)) throw failed(name, last);
    return last === undefined
      ? `The snapshot ${name} is not listed yet`
      : `The snapshot ${name} is ${last.status}, ${last.progress} % done`;
  });
  if (last === undefined) throw new Error(`the snapshot ${name} was found and lost`);
  return last;
}

function failed(name: string, { status, progress }: Snapshot): SystemFailure {
  return new SystemFailure({
    happened: `The snapshot ${name} is ${status}, at ${progress} %.`,
    means: 'There is no backup. The remains of it were removed.',
    next: `See the events in the console of RDS (aws rds describe-events --duration 60), then run the step again.`,
  });
}

/** Letters, digits and single hyphens. */
function nameOf(id: string, at: Date): string {
  const time = at.toISOString().replace(/[^0-9]/g, '');
  return `staged-upgrade-${id}-${time}`;
}
