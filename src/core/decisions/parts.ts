import type { EnvironmentName, Hop } from '../model/hop.ts';
import type { Reading } from '../model/observation.ts';
import type { PartVersions } from '../model/parts.ts';
import { cannotTell, failed, refuse, type Settled } from './decision.ts';

/** What probes show of the parts, by name; a part that no probe shows is left out: a person has vouched for it. */
type Shown = Readonly<Record<string, Reading<string>>>;

/**
 * Why a hop may not start as far as the parts beside the release are concerned: the rehearsal started from other versions
 * than production has. Undefined if each part that a probe shows matches the hop.
 */
export function otherParts({ id, from, parts }: Pick<Hop, 'id' | 'from' | 'parts'>, shown: Shown): Settled | undefined {
  const { other, unknown } = compared(parts?.from, shown);
  const [first] = other;
  if (first !== undefined) {
    return refuse(
      `Production runs ${from}, but ${listed(other, 'the hop starts from')}.`,
      `Hop ${id} was planned, and may have been rehearsed, from something else. Nothing was changed.`,
      `Start a new run: it plans from what production has. Or set "${first.name}" back to ${first.planned}.`,
    );
  }
  if (unknown === undefined) return undefined;
  return cannotTell(
    `It could not be determined whether the part "${unknown.name}" of production is ${unknown.planned}, which hop ${id} starts from: ${unknown.reason}.`,
    'The rehearsal may have started from a different one. Nothing was changed.',
    `Check the address and the credential of the probe of "${unknown.name}", then run again.`,
  );
}

/** Why the release that answers is not the hop's target: one of its parts differs. Undefined if each part that a probe shows matches. */
export function partsNotInPlace(
  { to, parts }: Pick<Hop, 'to' | 'parts'>,
  environment: EnvironmentName,
  shown: Shown,
): Settled | undefined {
  const { other, unknown } = compared(parts?.to, shown);
  const [first] = other;
  if (first !== undefined) {
    return failed(
      `${to} answers on ${environment}, but ${listed(other, 'the hop leads to')}.`,
      environment === 'staging'
        ? 'What is rehearsed is not what was planned. Production was not touched.'
        : 'Production does not run what was planned and approved.',
      `Make sure that the deploy puts {parts.${first.name}} in place, then run again.`,
    );
  }
  if (unknown === undefined) return undefined;
  return cannotTell(
    `${to} answers on ${environment}, but it could not be determined whether its part "${unknown.name}" is ${unknown.planned}: ${unknown.reason}.`,
    'What was deployed may not be what was planned.',
    `Check the address and the credential of the probe of "${unknown.name}", then run again.`,
  );
}

interface OtherPart {
  readonly name: string;
  readonly planned: string;
  readonly seen: string;
}

function compared(planned: PartVersions = {}, shown: Shown) {
  const other: OtherPart[] = [];
  let unknown: { readonly name: string; readonly planned: string; readonly reason: string } | undefined;
  for (const [name, version] of Object.entries(planned)) {
    const reading = shown[name];
    if (reading?.kind === 'unknown') unknown ??= { name, planned: version, reason: reading.reason };
    else if (reading !== undefined && reading.value !== version)
      other.push({ name, planned: version, seen: reading.value });
  }
  return { other, unknown };
}

function listed(other: readonly OtherPart[], meant: string): string {
  return other.map(({ name, planned, seen }) => `the part "${name}" is ${seen}, and ${meant} ${planned}`).join('; ');
}
