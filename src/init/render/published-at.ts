import { nearest } from '../../core/messages/nearest.ts';
import type { PublishedPlace } from '../../drivers/releases/release-kind.ts';
import { publishedPlaces } from '../../drivers/releases.ts';
import { flowScalar } from './yaml.ts';

const places: ReadonlyMap<string, PublishedPlace> = new Map(publishedPlaces.map((place) => [place.word, place]));

const forms = publishedPlaces.map(formOf);
export const releasesForm = `${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}`;

/** As they are written in a definition: `{ npm: { package: unleash-server } }`. */
export const sourceExamples: readonly string[] = publishedPlaces.map((place) => `{ ${lineOf(place, place.example)} }`);

function formOf({ word, example }: PublishedPlace): string {
  return `${word}:${example}`;
}

/** Undefined for an answer that is accepted, otherwise why not, with a form that is. */
export const releasesPlace = (answer: string): string | undefined => {
  const [kind = '', name] = split(answer);
  const place = places.get(kind);
  if (place === undefined || name === undefined) {
    const meant = nearest(kind, [...places.keys()]);
    return `${meant === undefined ? '' : `Did you mean "${meant}:"? `}Write where it is published and its name there: ${releasesForm}. Other places can be added to the configuration later.`;
  }
  return place.name.test(name) ? undefined : `"${name}" is not a name there. Write it as ${formOf(place)}.`;
};

export interface RenderedSource {
  readonly scheme: string;
  readonly line: string;
}

/** @param answer one that was checked */
export function renderedSource(answer: string): RenderedSource | undefined {
  const [kind = '', name = ''] = split(answer);
  const place = places.get(kind);
  if (place === undefined) return undefined;
  return { scheme: place.scheme, line: lineOf(place, name) };
}

function lineOf({ keys: [source, setting] }: PublishedPlace, name: string): string {
  return `${source}: { ${setting}: ${flowScalar(name)} }`;
}

function split(answer: string): readonly [string, string?] {
  const at = answer.indexOf(':');
  return at < 0 ? [answer] : [answer.slice(0, at), answer.slice(at + 1)];
}
