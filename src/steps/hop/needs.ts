import { backupPlaces, identityPlace } from '../../config/backup-places.ts';
import type { Project } from '../../config/project.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import { deployPlaceRules } from '../../drivers/deployers.ts';
import type { LiveSystem } from '../environment/live-system.ts';
import type { HookName } from './hooks.ts';

/** Parts of the configuration: `decryption` is what backups are decrypted with, if they are encrypted. */
export type CommonPart = 'product' | 'journal' | 'notify' | 'backup' | 'decryption' | 'smoke' | 'baseline';

/** The same for the environment that is acted on. */
export type OwnPart =
  | 'url'
  | 'access'
  | 'topology'
  | 'data'
  | 'server-settings'
  | 'deploy'
  | `hooks.${HookName | 'scrub'}`;

/**
 * What a step, or another command of a workflow, uses of the configuration. The jobs that `init` writes get the variables of
 * these parts and no others, so a step that used another part would fail in a workflow and nowhere else. So it is held to
 * what it declares everywhere.
 */
export interface Needs {
  readonly common?: readonly CommonPart[];
  readonly own?: readonly OwnPart[];
  /** It reads the server's log through its deployer, if a smoke test needs that. */
  readonly logs?: true;
  /** On production it records where that is deployed: of the deploy's settings, it has those that say so. */
  readonly place?: true;
}

/** What every step of a hop uses: it observes, writes the journal, and notifies people when it fails. */
const always = {
  common: ['product', 'journal', 'notify'],
  own: ['url', 'access', 'topology', 'hooks.on-failure', 'hooks.logs'],
} as const satisfies Needs;

export function needsOfStep({ common = [], own = [], ...more }: Needs): Needs {
  return { ...more, common: [...always.common, ...common], own: [...always.own, ...own] };
}

/**
 * The places of all these parts in the configuration.
 * @param readsLogs whether a smoke test reads the log of the server
 */
export function placesOf(
  { common = [], own = [], logs, place }: Needs,
  environment: EnvironmentName,
  readsLogs: boolean,
): readonly string[] {
  const parts: readonly OwnPart[] = logs === true && readsLogs ? [...own, 'deploy'] : own;
  const deployed = place === true && environment === 'production' && !parts.includes('deploy') ? placeSettings : [];
  return [
    ...common.flatMap(placesOfCommon),
    ...[...parts, ...deployed].map((part) => `environments.${environment}.${part}`),
  ];
}

/** `deploy.compose.host`, … */
const placeSettings = [...deployPlaceRules].flatMap(([kind, { keys }]) => keys.map((key) => `deploy.${kind}.${key}`));

/** A job that only backs up cannot decrypt what it has written. */
function placesOfCommon(part: CommonPart): readonly string[] {
  switch (part) {
    case 'backup':
      return backupPlaces;
    case 'decryption':
      return [identityPlace];
    default:
      return [part];
  }
}

/** The project as a step sees it: what it has not declared is not there. */
export function projectWithin(project: Project, command: string, { common = [] }: Needs): Project {
  if (common.includes('backup')) return project;
  return { ...project, store: () => refuseUndeclared(command, 'backup') };
}

export function liveWithin(live: LiveSystem, command: string, { common = [], own = [], place }: Needs): LiveSystem {
  const hooks = `environments.${live.environment}.hooks.`;
  const declared: readonly string[] = [...always.own, ...own];
  return {
    ...live,
    data: () => (own.includes('data') ? live.data() : refuseUndeclared(command, 'data')),
    deployer: (target) => (own.includes('deploy') ? live.deployer(target) : refuseUndeclared(command, 'deploy')),
    // A log is looked for after a failure, whatever the step is: it does without what it was not given.
    deployerLogs: () => (own.includes('deploy') ? live.deployerLogs() : undefined),
    place: (target) =>
      place === true || own.includes('deploy') ? live.place(target) : refuseUndeclared(command, 'deploy'),
    measures: (placeholders) =>
      common.includes('baseline') ? live.measures(placeholders) : refuseUndeclared(command, 'baseline'),
    smokeTests: (placeholders, since) =>
      common.includes('smoke') ? live.smokeTests(placeholders, since) : refuseUndeclared(command, 'smoke'),
    context: (where, placeholders) => {
      const part = where.startsWith(hooks) ? `hooks.${where.slice(hooks.length)}` : undefined;
      if (part !== undefined && !declared.includes(part)) refuseUndeclared(command, part);
      return live.context(where, placeholders);
    },
  };
}

function refuseUndeclared(command: string, part: string): never {
  throw new Error(
    `the step "${command}" uses "${part}" of the configuration, which it does not declare: add it to its "needs"`,
  );
}
