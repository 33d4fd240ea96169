import { z } from 'zod';
import type { Address } from '../../../world/mongodb/address.ts';

/** A single member, reached like the set. */
export function memberAddress(address: Address, host: string): Address {
  const parameters = new URLSearchParams(address.parameters);
  parameters.delete('replicaSet');
  parameters.set('directConnection', 'true');
  // An address by SRV means TLS unless it says otherwise.
  if (address.scheme === 'mongodb+srv' && !parameters.has('tls') && !parameters.has('ssl'))
    parameters.set('tls', 'true');
  return { ...address, scheme: 'mongodb', hosts: host, parameters };
}

/** `7.0.14` of `["8.0.1", "7.0.14"]`. */
export function lowest(versions: readonly string[]): string {
  return versions.toSorted((one, other) => weightOf(one) - weightOf(other))[0] ?? '';
}

/** Each of its three numbers is far below a thousand. */
function weightOf(version: string): number {
  const numbers = version.replace(/-.*$/, '').split('.').map(Number);
  return [0, 1, 2].reduce((weight, place) => weight * 1000 + (numbers[place] ?? 0), 0);
}

/** `7.0`: the format of the data is per major, whatever its patch. */
export function majorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

const status = z.object({
  members: z.array(z.looseObject({ name: z.string(), stateStr: z.string(), optimeDate: z.date().optional() })),
});

/** More than this behind the primary, a member that starts on the next major would have to catch up in the old format. */
const maxLagSeconds = 10;

/** Why a replica set is not ready for a next step; undefined if it is. */
export function notReady(answer: unknown): string | undefined {
  const read = status.safeParse(answer);
  if (!read.success) return 'the state of the members of the replica set could not be read';
  const { members } = read.data;
  const primary = members.find(({ stateStr }) => stateStr === 'PRIMARY');
  if (primary === undefined) return 'the replica set has no primary';
  for (const { name, stateStr, optimeDate } of members) {
    if (!['PRIMARY', 'SECONDARY', 'ARBITER'].includes(stateStr)) return `the member ${name} is ${stateStr}`;
    if (stateStr !== 'SECONDARY' || optimeDate === undefined || primary.optimeDate === undefined) continue;
    const lag = (primary.optimeDate.getTime() - optimeDate.getTime()) / 1000;
    if (lag > maxLagSeconds) return `the member ${name} is ${Math.round(lag)} s behind the primary`;
  }
  return undefined;
}
