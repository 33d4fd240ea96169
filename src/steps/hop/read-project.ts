import { needed } from '../../config/environment-settings.ts';
import type { ConfigurationFile } from '../../config/find.ts';
import { hopTraits } from '../../config/hop-traits.ts';
import { type LoadedConfiguration, loadConfiguration, loadFleet, type RingSettings } from '../../config/load.ts';
import type { Project } from '../../config/project.ts';
import type { Configuration } from '../../config/schema.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import { runName } from '../../core/model/event-sentence.ts';
import type { BackupStore } from '../../drivers/backup-stores/store.ts';
import type { Journal, JournalOpener } from '../../journal/journal.ts';
import { writtenJournal } from '../../journal/written-journal.ts';
import { resolveProduct, shippedProducts } from '../../products/registry.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { secretVariables } from '../../world/processes/child-environment.ts';
import type { SystemKey } from '../../world/processes/witness.ts';
import { ageSeal } from '../../world/sealing/age.ts';
import { plainVariables } from '../../world/secrets/plain-variables.ts';
import { keyOf } from './left-behind.ts';

/** Databases, stores and servers are opened when a command uses them. */
export function readProject(
  { file, text, root }: ConfigurationFile,
  opened: Effects,
  run: RunIdentity,
  system?: string,
): Project {
  return projectOf(loadConfiguration(text, file, shippedProducts, { system }), root, opened, run);
}

/** Several systems of one configuration, each with its journal. */
export interface OpenFleet {
  /** As it was named, for messages. */
  readonly file: string;
  readonly rings: readonly RingSettings[];
  readonly systems: readonly FleetMember[];
  /** For people; all of them have the same one. */
  readonly product: string;
}

/** Only its journal is read: a job has the credentials of one system at most. */
export type FleetMember = Pick<Project, 'configuration' | 'journal'> & { readonly ring: string };

/** @returns undefined if the configuration is for a single system */
export function readFleet(
  { file, text, root }: ConfigurationFile,
  opened: Effects,
  run: RunIdentity,
): OpenFleet | undefined {
  const fleet = loadFleet(text, file, shippedProducts);
  if (fleet === undefined) return undefined;
  const openers = new Map<string, JournalOpener>();
  const systems = fleet.systems.map((loaded): FleetMember => {
    const { value: configuration, document } = loaded;
    const { system } = configuration;
    const effects = effectsFor(document, root, opened);
    // What differs only by the name is opened once: one clone of the branch for all of them.
    const written = JSON.stringify(document.journal ?? {});
    const key = written.includes('{system}') ? `${system} ${written}` : written;
    const open = openers.get(key) ?? openerOf(configuration, effects);
    openers.set(key, open);
    return {
      configuration,
      journal: journalOf(open, configuration, effects, run),
      ring: loaded.fleet?.ring ?? '',
    };
  });
  const [first] = fleet.systems;
  const product = first && resolveProduct(first.value.product, first.document).definition.title;
  return { file, rings: fleet.rings, systems, product: product ?? '' };
}

function effectsFor(document: LoadedConfiguration['document'], root: string, opened: Effects): Effects {
  return {
    ...opened,
    directory: root,
    startedIn: opened.directory,
    variables: opened.variables.unmasked(plainVariables(document)),
    withheld: secretVariables(document),
  };
}

function openerOf({ journal, system }: Configuration, effects: Effects): JournalOpener {
  return journal.store.open({ effects, where: 'journal.store', placeholders: { system } });
}

function journalOf(open: JournalOpener, { system }: Configuration, effects: Effects, run: RunIdentity): Journal {
  const { journalCredential: credential } = effects;
  return writtenJournal(open({ system, run, ...(credential === undefined ? {} : { credential }) }), effects.pen);
}

function projectOf(
  { value: configuration, document, fleet }: LoadedConfiguration,
  root: string,
  opened: Effects,
  run: RunIdentity,
): Project {
  const plain = effectsFor(document, root, opened);
  const { definition: product, document: productDocument } = resolveProduct(configuration.product, document);
  const { system } = configuration;
  const journal = journalOf(openerOf(configuration, plain), configuration, plain, run);
  const effects = noted(plain, keyOf(system, journal.description), run);
  let store: BackupStore | undefined;
  return {
    configuration,
    document,
    product,
    productDocument,
    traits: hopTraits(configuration, product),
    ...(fleet === undefined ? {} : { fleet }),
    effects,
    run,
    journal,
    store: () => {
      store ??= openStore(needed(configuration.backup, 'backup', 'What takes or restores backups'), {
        effects,
        system,
      });
      return store;
    },
  };
}

function openStore(
  { store, encryption }: NonNullable<Configuration['backup']>,
  { effects, system }: { readonly effects: Effects; readonly system: string },
): BackupStore {
  const context = { effects, placeholders: { system } };
  const seal = encryption && ageSeal(encryption, { ...context, where: 'backup.encryption' });
  return store.open({ ...context, where: 'backup.store' })({ seal });
}

/** What is started here may outlive this process; whoever finds it gone can then see what is still running. */
function noted(effects: Effects, system: SystemKey, run: RunIdentity): Effects {
  const { witness, processes } = effects;
  return witness === undefined ? effects : { ...effects, processes: witness.noting(processes, system, runName(run)) };
}
