import type { InitKind } from '../core/interface/init-kind.ts';
import { UserError } from '../core/messages/errors.ts';
import { initFamilies } from './families.ts';
import type { WorkflowSettings } from './render/settings.ts';
import { valueAt } from './render/variables.ts';

const places = [
  { place: 'backup.store', family: 'store', keeps: 'backups' },
  { place: 'journal.store', family: 'journal', keeps: 'the journal' },
] as const;

/**
 * What one job keeps on the disk of a GitHub-hosted runner is not there for the next one: each has a disk of its own.
 * @param document the configuration as plain data
 */
export function refuseHostedFolders(document: unknown, { runners }: WorkflowSettings): void {
  const hosted = [...runners.production, ...runners.staging].find((label) => /^(ubuntu|windows|macos)-/.test(label));
  if (hosted === undefined || [...runners.production, ...runners.staging].includes('self-hosted')) return;
  for (const { place, family, keeps } of places) {
    const kinds: readonly InitKind[] = initFamilies[family].kinds;
    const written = Object.keys(Object(valueAt(document, place.split('.'))));
    const chosen = kinds.find(({ name, onOwnRunners }) => onOwnRunners === true && written.includes(name));
    if (chosen === undefined) continue;
    const others = kinds.filter(({ onOwnRunners }) => onOwnRunners !== true).map(({ name }) => name);
    throw new UserError({
      happened: `${place} keeps ${keeps} in a ${chosen.name}, but the jobs run on "${hosted}", a GitHub-hosted runner.`,
      means: 'Each job there has its own disk: the next one would find nothing. Nothing was written.',
      next: `Use one of ${others.join(', ')} for ${place}, or self-hosted runners (--runner self-hosted,…) that share the folder.`,
    });
  }
}
