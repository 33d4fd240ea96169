import { needed } from '../../config/environment-settings.ts';
import { findConfiguration } from '../../config/find.ts';
import { hopTraits } from '../../config/hop-traits.ts';
import { loadConfiguration } from '../../config/load.ts';
import type { Project } from '../../config/project.ts';
import type { Configuration } from '../../config/schema.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import { runName } from '../../core/model/event-sentence.ts';
import type { BackupStore } from '../../drivers/backup-stores/store.ts';
import { writtenJournal } from '../../journal/written-journal.ts';
import { resolveProduct, shippedProducts } from '../../products/registry.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { secretVariables } from '../../world/processes/child-environment.ts';
import type { SystemKey } from '../../world/processes/witness.ts';
import { ageSeal } from '../../world/sealing/age.ts';
import { plainVariables } from '../../world/secrets/plain-variables.ts';
import { keyOf } from './left-behind.ts';

/** Reads the configuration and opens the journal. Databases, stores and servers are opened when a command uses them. */
export async function openProject(configFile: string | undefined, opened: Effects, run: RunIdentity): Promise<Project> {
  const { file, text, root } = await findConfiguration(opened.directory, configFile);
  const { value: configuration, document } = loadConfiguration(text, file, shippedProducts);
  const plain: Effects = {
    ...opened,
    directory: root,
    startedIn: opened.directory,
    variables: opened.variables.unmasked(plainVariables(document)),
    withheld: secretVariables(document),
  };
  const { definition: product, document: productDocument } = resolveProduct(configuration.product, document);
  const { system } = configuration;
  const openJournal = configuration.journal.store.open({
    effects: plain,
    where: 'journal.store',
    placeholders: { system },
  });
  const { journalCredential: credential } = plain;
  const opening = { system, run, ...(credential === undefined ? {} : { credential }) };
  const journal = writtenJournal(openJournal(opening), plain.pen);
  const effects = noted(plain, keyOf(system, journal.description), run);
  let store: BackupStore | undefined;
  return {
    configuration,
    document,
    product,
    productDocument,
    traits: hopTraits(configuration, product),
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

/** What is started here may outlive this process; whoever finds it gone is then told what is still at work. */
function noted(effects: Effects, system: SystemKey, run: RunIdentity): Effects {
  const { witness, processes } = effects;
  return witness === undefined ? effects : { ...effects, processes: witness.noting(processes, system, runName(run)) };
}
