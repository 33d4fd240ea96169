import type { BackupStore } from '../backups/store.ts';
import { secretVariables } from '../child-environment.ts';
import { findConfiguration } from '../config/find.ts';
import { loadConfiguration } from '../config/load.ts';
import { plainVariables } from '../config/plain-variables.ts';
import type { Effects } from '../effects.ts';
import type { RunIdentity } from '../journal/event.ts';
import { writtenJournal } from '../journal/written-journal.ts';
import { resolveProduct, shippedProducts } from '../products/registry.ts';
import type { Project } from './project.ts';

/** Reads the configuration and opens the journal. Databases, stores and servers are opened when a command uses them. */
export async function openProject(configFile: string | undefined, opened: Effects, run: RunIdentity): Promise<Project> {
  const { file, text } = await findConfiguration(opened.directory, configFile);
  const { value: configuration, document } = loadConfiguration(text, file, shippedProducts);
  const effects: Effects = {
    ...opened,
    variables: opened.variables.unmasked(plainVariables(document)),
    withheld: secretVariables(document),
  };
  const { definition: product, document: productDocument } = resolveProduct(configuration.product, document);
  const context = (where: string) => ({ effects, where, placeholders: { system: configuration.system } });
  const openJournal = configuration.journal.store.open(context('journal.store'));
  let store: BackupStore | undefined;
  return {
    configuration,
    document,
    product,
    productDocument,
    traits: {
      deferrable: product.migrations !== undefined,
      proveRestorePoint: configuration['restore-point'].prove,
    },
    effects,
    run,
    journal: writtenJournal(
      openJournal({
        system: configuration.system,
        run,
        ...(effects.journalCredential === undefined ? {} : { credential: effects.journalCredential }),
      }),
      effects.pen,
    ),
    store: () => {
      store ??= configuration.backup.store.open(context('backup.store'));
      return store;
    },
  };
}
