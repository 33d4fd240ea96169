import type { Identity } from '../model/identity.ts';
import { type Refusal, refuse } from './decision.ts';

/** What a file of the user's says that a server is started with. */
export interface NamedStorage {
  readonly path: string;
  readonly key: string;
  readonly value: string;
}

export interface StorageQuestion {
  /** What people call it: `artifact storage`. */
  readonly name: string;
  /** The id by which a person acknowledges that it is separate, if no file shows it. */
  readonly id: string;
  /** The keys that say where it is. */
  readonly keys: readonly string[];
  /** The release that is started with these settings. */
  readonly release: string;
  /** Of staging's own configuration. */
  readonly named: readonly NamedStorage[];
  /** As production's stores were backed up. */
  readonly production: readonly Identity[];
  readonly staging: readonly Identity[];
  readonly acknowledged: boolean;
}

const nothing = 'Nothing was restored, and nothing was started.';

/**
 * A server with a copy of the databases that still names production's bucket would write and delete there. So staging must
 * be shown to name its own before it is started. Undefined if it does.
 */
export function whyStorageIsNotApart(question: StorageQuestion): Refusal | undefined {
  const { name, id, keys, release, named, production, staging, acknowledged } = question;
  const own = staging.flatMap(namesOf);
  for (const { path, key, value } of named) {
    const said = `"${path}", which staging is deployed with at ${release}, says ${key}: "${value}"`;
    if (production.flatMap(namesOf).includes(value)) {
      return refuse(
        `${said}: that is production's ${name}.`,
        `A server on staging would write to it and delete from it. ${nothing}`,
        `Name staging's own there: ${own.map((each) => `"${each}"`).join(' or ')}.`,
      );
    }
    if (!own.includes(value)) {
      return refuse(
        `${said}, and the copy of the ${name} is restored to ${own.map((each) => `"${each}"`).join(', ')}.`,
        `The server would not use the restored copy, and it is not known what it would use instead. ${nothing}`,
        `Correct ${key}, or environments.staging.data.`,
      );
    }
  }
  if (named.length > 0 || acknowledged) return undefined;
  return refuse(
    `No file that staging is deployed with at ${release} says which ${name} it uses (${keys.join(', ')}).`,
    `It is not known whether its server would write to production's. ${nothing}`,
    `Write it into a file that the deploy names, or into one under "server-settings" of staging. If neither is possible, check it yourself, and add "${id}" to "acknowledge" in the configuration.`,
  );
}

/** What a server may call it: its bucket, its folder, its account. */
function namesOf({ lineage, location }: Identity): string[] {
  return [...new Set([...Object.values(lineage), ...Object.values(location)])];
}
