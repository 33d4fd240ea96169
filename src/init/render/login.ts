import type { InitKind, InitLogin } from '../../core/interface/init-kind.ts';
import { environmentNames } from '../../core/model/hop.ts';
import { backupStoreInit } from '../../drivers/backup-stores.ts';
import { dataStoreInit } from '../../drivers/data-stores.ts';
import { deployerInit } from '../../drivers/deployers.ts';
import { probeLogins } from '../../drivers/probes.ts';
import { releaseLogins } from '../../drivers/releases.ts';
import { journalStoreInit } from '../../journal/stores/registry.ts';
import { productDocument } from '../../products/registry.ts';
import { usesText } from './pins.ts';
import { valueAt } from './variables.ts';
import { partsOf, type WorkflowJob } from './workflow-jobs.ts';

/** The parts of a configuration for which a job may have to log in, with their kinds. */
const parts: readonly { readonly place: string; readonly kinds: readonly Pick<InitKind, 'name' | 'login'>[] }[] = [
  { place: 'backup.store', kinds: backupStoreInit },
  { place: 'journal.store', kinds: journalStoreInit },
  ...environmentNames.flatMap((environment) => [
    { place: `environments.${environment}.deploy`, kinds: deployerInit },
    { place: `environments.${environment}.data`, kinds: dataStoreInit },
    { place: `environments.${environment}.topology`, kinds: probeLogins },
  ]),
];

/** The steps that are proposed for a job to log in, each action once. */
export function loginsOf(document: unknown, job: WorkflowJob, proveRestorePoint: boolean): readonly InitLogin[] {
  const used = partsOf(job, proveRestorePoint, document);
  const needed = parts.flatMap(({ place, kinds }) => {
    const isUsed = used.some((each) => each === place || place.startsWith(`${each}.`));
    return isUsed ? [valueAt(document, place.split('.'))].flat().flatMap((chosen) => loginFor(chosen, kinds)) : [];
  });
  if (used.includes('product')) needed.push(...productLogins(valueAt(document, ['product'])));
  return needed.filter((login, index) => needed.indexOf(login) === index);
}

function loginFor(chosen: unknown, kinds: readonly Pick<InitKind, 'name' | 'login'>[]): InitLogin[] {
  const login = kinds.find(({ name }) => hasKey(chosen, name))?.login;
  // An access key of its own is all that is needed.
  const isKeyed = login !== undefined && hasKey(Object.values(Object(chosen))[0], 'credentials');
  return login === undefined || isKeyed ? [] : [login];
}

/** Where its releases, or its version, are read behind a login. */
function productLogins(written: unknown): InitLogin[] {
  const { releases, probes = {} } = productDocument(written) ?? {};
  const asking = Object.values(Object(probes)).flatMap((asked) => loginFor(asked, probeLogins));
  return [...loginFor(releases, releaseLogins), ...asking];
}

/** The lines of a step, as they are put between the marks. */
export function loginStep({ name, action, with: inputs }: InitLogin): string[] {
  return [
    `- name: ${name}`,
    `  uses: ${usesText(action)}`,
    '  with:',
    ...Object.entries(inputs).map(
      ([input, value]) => `    ${input}: ${typeof value === 'string' ? value : `\${{ vars.${value.variable} }}`}`,
    ),
  ];
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
