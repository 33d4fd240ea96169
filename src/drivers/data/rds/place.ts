import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity } from '../../../core/model/identity.ts';
import { rdsService } from '../../../world/aws/rds.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { clusterSubject } from './cluster.ts';
import { instanceSubject } from './instance.ts';
import type { RdsSettings } from './kind.ts';
import { markOf } from './mark.ts';
import { replacedName } from './names.ts';
import type { Found, Subject } from './subject.ts';

/** What the settings name: where it is, and the database in it. */
export interface Place {
  readonly id: string;
  readonly region: string;
  readonly where: string;
  readonly subject: Subject;
  readonly database: DataStore;
  /** Rejects with a SystemFailure if there is none. */
  found(signal?: AbortSignal): Promise<Found>;
}

export function openPlace(settings: RdsSettings, context: PartContext): Place {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const service = rdsService(settings, context);
  const { region } = service.access;
  const { cluster, instance } = settings;
  const subject = cluster === undefined ? instanceSubject(service) : clusterSubject(service);
  // AWS compares them ignoring case, and answers in lower case.
  const id = (cluster === undefined ? fill(instance ?? '', 'instance') : fill(cluster, 'cluster')).toLowerCase();
  const find = async (signal?: AbortSignal): Promise<Found | undefined> => {
    const found = await subject.find(id, signal);
    // An interrupted restore that had exchanged the two has left what it replaces under that name.
    return found ?? (await subject.find(replacedName(id), signal));
  };
  return {
    id,
    region,
    where,
    subject,
    database: settings.database.open({ ...context, where: `${where}.database` }),
    found: async (signal) => {
      const found = await find(signal);
      if (found !== undefined) return found;
      throw new SystemFailure({
        happened: `There is no ${subject.noun} "${id}" in ${region}.`,
        means: 'Nothing was done.',
        next: `Check ${where}.${subject.noun}, and the account and the region that the job has logged in to: ${subject.describe}.`,
      });
    },
  };
}

/** By its own id; its location stays the same whatever replaces it. */
export function identityOf({ id, region }: Place, { arn, resource, tags }: Found): LiveIdentity {
  const account = arn.split(':')[4] ?? '';
  const other = `:${replacedName(id)}`;
  const own = arn.endsWith(other) ? `${arn.slice(0, -other.length)}:${id}` : arn;
  return {
    kind: 'rds',
    lineage: { resource },
    location: { account, region, identifier: id },
    mark: markOf(tags, own),
  };
}
