import { texts } from '../../config/subject.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Hop } from '../../core/model/hop.ts';
import type { Reading } from '../../core/model/observation.ts';
import { type PartVersions, partName, partVersion } from '../../core/model/parts.ts';

/** `chart=7.10.0`, as a command or an input gives it. */
export function partsOf({ parts = [] }: InputsOf<'parts'>): PartVersions {
  return Object.fromEntries(parts.map(partOf));
}

function partOf(text: string): [string, string] {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const version = value.replace(/^v(?=\d)/, '');
  if (partName.safeParse(name).success && partVersion.safeParse(version).success) return [name, version];
  throw new UserError({
    happened: `The part ${JSON.stringify(text)} is not of the form name=version.`,
    means: 'No path was planned.',
    next: 'Write, for example, chart=7.10.0.',
  });
}

export type PartReadings = Readonly<Record<string, Reading<string>>>;

/**
 * The present parts of production: observed if a probe shows them, otherwise as given. What is neither is left out, and
 * whatever depends on it asks a person.
 * @param given by name; of two values, the last counts
 * @throws UserError if a probe shows another version than was given
 */
export function presentParts(observed: PartReadings, given: PartVersions): PartVersions {
  const seen = Object.entries(observed).flatMap(([name, reading]) => {
    if (reading.kind === 'unknown') return [];
    const givenValue = given[name];
    if (givenValue === undefined || givenValue === reading.value) return [[name, reading.value] as const];
    throw new UserError({
      happened: `The part "${name}" is given as ${givenValue}, but production shows ${reading.value}.`,
      means: 'One of the two is wrong, so no path was planned.',
      next: `Leave "${name}" out of "parts", or find out which server answers at environments.production.url.`,
    });
  });
  return { ...given, ...Object.fromEntries(seen) };
}

/** The parts whose versions commands of the user's ask for: `{parts.chart}`. */
export function partsAskedIn(document: Readonly<Record<string, unknown>>): string[] {
  const found = [...texts({ environments: document.environments, smoke: document.smoke })].flatMap(({ text }) =>
    [...text.matchAll(/(?<!\{)\{parts\.([^{}]+)\}/g)].map(([, name = '']) => name),
  );
  return [...new Set(found)];
}

/** The obstacle if a command asks for the version of a part that nobody knows; undefined if none does. */
export function missingPart(
  asked: readonly string[],
  hops: readonly Hop[],
  observed: PartReadings,
): Message | undefined {
  for (const { id, from, to, parts } of hops) {
    for (const [side, label] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const name = asked.find((each) => parts?.[side][each] === undefined);
      if (name === undefined) continue;
      const reading = observed[name];
      const seen = reading?.kind === 'unknown' ? ` The probe says: ${reading.reason}.` : '';
      return {
        happened: `Which version of the part "${name}" belongs to ${label} is not known, but a command of hop ${id} asks for {parts.${name}}.`,
        means: `It could not be deployed.${seen} Nothing was done.`,
        next:
          id === hops[0]?.id && side === 'from'
            ? `Say what production has: --part ${name}=VERSION, the input "parts", or "parts: { ${name}: VERSION }" in the configuration.`
            : `Write one exact version for ${label} into the table of a \`moves-together\` rule for "${name}", or use a source of releases that publishes it with them.`,
      };
    }
  }
  return undefined;
}
