import type { EnvironmentName } from './hop.ts';

/** One of the data stores that an environment has. */
export interface DataReference {
  /** Its name in the configuration. */
  readonly name: string;
  /** What it is: `database`, `folder`. */
  readonly noun: string;
  /** Whether the environment has no other store: then its name is of no use to anybody. */
  readonly isOnly: boolean;
}

/** For messages: `database of staging`; if there are several, `database "records" of staging`. */
export function dataText(environment: EnvironmentName, { name, noun, isOnly }: DataReference): string {
  return isOnly ? `${noun} of ${environment}` : `${noun} "${name}" of ${environment}`;
}

/** Its place in the configuration, for messages: `environments.staging.data`. */
export function dataPlace(environment: EnvironmentName, { name, isOnly }: DataReference): string {
  return isOnly ? `environments.${environment}.data` : `"${name}" in environments.${environment}.data`;
}

/** Up to when a backup's data is complete: as a whole, and in each store if there are several. ISO 8601. */
export interface DataTimes {
  /** The earliest of all. */
  readonly dataAt: string;
  readonly data?: readonly { readonly name: string; readonly dataAt: string }[];
}

/**
 * What restoring a backup loses: `everything written after 02:14:09Z`. If its stores were read one after the other,
 * each is named, the one that loses most first.
 * @param show how a time is written
 */
export function lossText({ dataAt, data = [] }: DataTimes, show: (time: string) => string): string {
  if (new Set(data.map((each) => each.dataAt)).size < 2) return `everything written after ${show(dataAt)}`;
  const each = data
    .toSorted((a, b) => Date.parse(a.dataAt) - Date.parse(b.dataAt))
    .map(({ name, dataAt: at }) => `to "${name}" after ${show(at)}`);
  return `everything written ${new Intl.ListFormat('en', { type: 'conjunction' }).format(each)}`;
}

/** The earliest of several times; undefined if there are none. */
export function earliest(times: readonly string[]): string | undefined {
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(0);
}
