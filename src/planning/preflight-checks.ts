import { identityPlace } from '../config/backup-places.ts';
import type { Project } from '../config/project.ts';
import { windowsWaiver } from '../config/window.ts';
import { type Holder, whereaboutsOf } from '../core/history/whereabouts.ts';
import { type Finding, fine, problem, warning } from '../core/messages/finding.ts';
import { dataText } from '../core/model/data.ts';
import { environmentOfGate, environmentOn, gateNames } from '../core/model/gate.ts';
import { type EnvironmentName, environmentNames, type Hop, releaseOn } from '../core/model/hop.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import { decideFreeze, freezeVariable } from '../core/timing/freeze.ts';
import type { DeployPreflight } from '../drivers/deployers/deployer.ts';
import { credentialEnvironments } from '../init/render/needed.ts';
import { openLiveSystem } from '../steps/environment/live-system.ts';
import { identitiesOf, openData } from '../steps/environment/open-data.ts';
import { settingProblems } from '../steps/environment/server-settings.ts';
import { branchReader, gateReader } from '../steps/gate/gate-reader.ts';
import { commandLeftBehind, isHolderGone } from '../steps/hop/left-behind.ts';
import { lostRecords } from '../steps/hop/lost-records.ts';
import { clockFindings, clockSubject, verdictOnClock } from '../steps/hop/right-clock.ts';
import { asksForStorage, whyNotShownApart } from '../steps/restore/storage-apart.ts';
import { ageSeal } from '../world/sealing/age.ts';
import { branchFindings, branchSubject } from './checks/branches.ts';
import type { Check } from './checks/check.ts';
import { encryptionFindings } from './checks/encryption.ts';
import { gateFindings, pathGateFindings } from './checks/gates.ts';
import { identityFindings, markFindings, unmarkedFindings } from './checks/identities.ts';
import { journalSubject } from './checks/journal.ts';
import { leaseFinding } from './checks/lease.ts';
import { liveFindings, stagingFindings, startedFindings } from './checks/live.ts';
import { scriptFindings } from './checks/scripts.ts';
import { scrubFindings } from './checks/scrub.ts';
import { spaceFindings } from './checks/space.ts';
import { storeFindings } from './checks/stores.ts';
import { windowFindings } from './checks/window.ts';
import { hookFindings } from './preflight-hooks.ts';
import { addressFindings, placeFindings } from './preflight-places.ts';
import type { PreflightScope } from './preflight-scope.ts';

/** The probes need the address and the credentials of their environment. */
export function canObserve(scope: PreflightScope, environment: EnvironmentName = 'production'): boolean {
  return ['url', 'access', 'topology'].every((part) => scope.has(`environments.${environment}.${part}`));
}

export function liveChecks(project: Project, scope: PreflightScope): Check[] {
  const { title, probes } = project.product;
  const production = async (): Promise<Finding[]> => {
    const entries = await project.journal.read();
    const observation = await openLiveSystem(project, 'production', entries).observe();
    return [
      ...liveFindings(observation, title, probes.migrations !== undefined),
      ...startedFindings(observation, entries),
    ];
  };
  const staging = async (): Promise<Finding[]> =>
    stagingFindings(await openLiveSystem(project, 'staging', await project.journal.read()).observe(), title);
  return [
    // Most other checks read it too: what is wrong with it is reported here, once.
    { subject: journalSubject, look: () => journalIsWhole(project) },
    ...(canObserve(scope) ? [{ subject: 'production', look: production }] : []),
    ...(project.traits.waiver === undefined && canObserve(scope, 'staging')
      ? [{ subject: 'staging', look: staging }]
      : []),
    {
      subject: 'the lease',
      look: async () => [leaseFinding(await holderNow(project), commandLeftBehind(project)?.message)],
    },
    ...(scope.has('backup') ? [{ subject: recordsSubject, look: () => recordsFindings(project) }] : []),
  ];
}

async function journalIsWhole({ journal }: Project): Promise<Finding[]> {
  await journal.read();
  return [];
}

const recordsSubject = 'the records';

/** Before the journal gets the entry of this check: otherwise a journal that starts anew here would go unnoticed. */
async function recordsFindings(project: Project): Promise<Finding[]> {
  const lost = await lostRecords(project);
  if (lost === undefined) return [];
  return [(lost.kind === 'without-journal' ? problem : warning)(recordsSubject, lost.message)];
}

async function holderNow(project: Project): Promise<Holder> {
  const { journal, effects, configuration, run } = project;
  const tolerance = configuration.lock['clock-tolerance'];
  const terms = { now: effects.clock.now(), tolerance, run, isGone: isHolderGone(project), production: undefined };
  return whereaboutsOf(await journal.read(), terms).holder;
}

export interface PathToCheck {
  readonly project: Project;
  readonly scope: PreflightScope;
  readonly hops: readonly Hop[];
  readonly longestJobMilliseconds?: number | undefined;
}

/** Everything that the hops will need, in the order in which they will need it. */
export function pathChecks({ project, scope, hops, longestJobMilliseconds }: PathToCheck): Check[] {
  const { effects, configuration, traits } = project;
  return [
    ...(traits.dataless ? [] : dataChecks(project, scope)),
    ...(traits.waiver === undefined ? storageChecks(project, scope, hops) : []),
    { subject: 'stores', look: async () => storeFindings(project.product, configuration.environments.production.data) },
    ...(traits.dataless || traits.waiver !== undefined
      ? []
      : [{ subject: 'the copy of live data', look: async () => scrubFindings(configuration) }]),
    ...withoutRehearsal(traits),
    ...environmentsOf(traits)
      .filter(scope.looksAt)
      .map((environment): Check => {
        const subject = `settings of ${environment}`;
        return {
          subject,
          look: async () =>
            (await settingProblems(project, { environment, hops, withoutVariables: 'say' })).map((message) =>
              problem(subject, message),
            ),
        };
      }),
    { subject: 'scripts', look: () => scriptFindings(project.document, effects.directory, 'scripts') },
    ...environmentsOf(traits).flatMap((environment) => deployChecks(project, scope, environment, hops)),
    ...(traits.waiver === undefined ? placeChecks(project, scope, hops) : []),
    {
      subject: 'the time for it',
      look: async () =>
        windowFindings({
          windows: configuration.windows,
          waiver: windowsWaiver(project.document),
          freeze: decideFreeze(effects.environment[freezeVariable]),
          now: effects.clock.now(),
          ...(longestJobMilliseconds === undefined ? {} : { longestJobMilliseconds }),
        }),
    },
    ...(scope.looksAt('production') ? [...gateChecks(project), ...branchChecks(project)] : []),
    // GitHub has answered by now, where it is asked at all.
    { subject: clockSubject, look: async () => clockFindings(verdictOnClock(project, await project.journal.read())) },
  ];
}

/** Those that exist. */
function environmentsOf({ waiver }: HopTraits): readonly EnvironmentName[] {
  return waiver === undefined ? environmentNames : ['production'];
}

/** What a person should know who relies on a rehearsal, or on a rollback by a restore. */
function withoutRehearsal({ waiver, dataless }: HopTraits): Check[] {
  return [
    ...(waiver === undefined
      ? []
      : [
          {
            subject: 'staging',
            look: async () => [
              warning('staging', {
                happened: `There is none: "${waiver}".`,
                means: 'Hops go to production without a rehearsal.',
                next: 'Leave it if that is intended; otherwise describe a staging under environments.staging.',
              }),
            ],
          },
        ]),
    ...(dataless
      ? [
          {
            subject: 'data',
            look: async () => [fine('data', 'There is none: nothing is backed up, and nothing can be restored.')],
          },
        ]
      : []),
  ];
}

function dataChecks(project: Project, scope: PreflightScope): Check[] {
  const { signal } = project.effects;
  const has = (environment: EnvironmentName): boolean => scope.has(`environments.${environment}.data`);
  const data = (environment: EnvironmentName) => (has(environment) ? openData(project, environment) : []);
  return [
    ...environmentsOf(project.traits).flatMap((environment) =>
      data(environment).map((each): Check => {
        const subject = `the ${dataText(environment, each)}`;
        return {
          subject,
          look: async () => {
            const { store, name } = each;
            if (store.preflight === undefined) {
              await store.identity(signal);
              return [];
            }
            if (environment === 'production') return await store.preflight({ use: 'backup', subject, signal });
            // What production has must have its counterpart on staging.
            const source = data('production').find((other) => other.name === name)?.store;
            const needs = await source?.needs?.(signal);
            return await store.preflight({ use: 'restore', subject, needs, signal });
          },
        };
      }),
    ),
    {
      subject: 'staging is not production',
      look: async () => {
        const entries = await project.journal.read();
        const production = await identitiesOf(data('production'), signal);
        const staging = project.traits.waiver === undefined ? await identitiesOf(data('staging'), signal) : [];
        return [
          ...unmarkedFindings(production, entries),
          ...markFindings(staging, entries, project.configuration.system),
          ...(production.length === 0 ? [] : identityFindings(production, staging)),
        ];
      },
    },
    ...encryptionChecks(project, scope),
    ...(has('production') && scope.has('backup')
      ? [
          {
            subject: 'room for backups',
            look: () =>
              spaceFindings(
                data('production').map(({ store }) => store),
                project.store(),
                signal,
              ),
          },
        ]
      : []),
  ];
}

/** Before a backup is taken and a copy restored: otherwise the restore would refuse it, hours later. */
function storageChecks(project: Project, scope: PreflightScope, [hop]: readonly Hop[]): Check[] {
  if (hop === undefined || !asksForStorage(project) || !scope.has('environments.staging.data')) return [];
  const subject = 'staging is not production';
  const identities = async (environment: EnvironmentName) => {
    const data = scope.has(`environments.${environment}.data`) ? openData(project, environment) : [];
    return (await identitiesOf(data, project.effects.signal)).map(([, identity]) => identity);
  };
  const look = async (): Promise<Finding[]> => {
    const [production, staging] = [await identities('production'), await identities('staging')];
    const refused = await whyNotShownApart(project, hop, { production, staging, acknowledged: [] });
    return refused === undefined ? [] : [problem(subject, refused.message)];
  };
  return [{ subject, look }];
}

/** Whether the job has the key to decrypt; a configuration that names none could restore nothing anywhere. */
function encryptionChecks(project: Project, scope: PreflightScope): Check[] {
  const { configuration, effects } = project;
  const encryption = configuration.backup?.encryption;
  const isNamed = encryption?.age.identity !== undefined;
  if (encryption === undefined || !scope.has('backup') || (isNamed && !scope.has(identityPlace))) return [];
  const subject = 'the encryption of backups';
  const placeholders = { system: configuration.system };
  const seal = ageSeal(encryption, { effects, placeholders, where: 'backup.encryption' });
  return [{ subject, look: () => encryptionFindings(seal, subject) }];
}

function deployChecks(
  project: Project,
  scope: PreflightScope,
  environment: EnvironmentName,
  hops: readonly Hop[],
): Check[] {
  const base = `environments.${environment}`;
  const checks: Check[] = [];
  const { signal } = project.effects;
  const subject = `the deploy of ${environment}`;
  if (scope.has(`${base}.deploy`)) {
    checks.push({
      subject,
      look: async () => {
        const live = openLiveSystem(project, environment, []);
        if (project.traits.stages !== undefined) {
          const each = hops.map(async (hop) => {
            const deployer = live.deployer({ from: hop.from, to: hop.to, version: hop.to });
            return (await deployer.preflight?.({ hops: [deployedHop(hop)], subject, signal })) ?? [];
          });
          return (await Promise.all(each)).flat();
        }
        const deployer = live.deployer();
        const found = (await deployer.preflight?.({ hops: hops.map(deployedHop), subject, signal })) ?? [];
        const mustStop = environment === 'staging' && scope.has(`${base}.data`) && needsStop(project);
        return mustStop && deployer.stop === undefined ? [...found, cannotStop(subject, deployer.kind)] : found;
      },
    });
  }
  if (scope.has(`${base}.hooks`)) {
    const place = `the hooks of ${environment}`;
    checks.push({ subject: place, look: () => hookFindings(project, environment, hops.at(0), place) });
  }
  return checks;
}

/** Each stage may have its own deployer; releases all have the same. */
function placeChecks(project: Project, scope: PreflightScope, hops: readonly Hop[]): Check[] {
  const subject = 'staging is deployed apart';
  const asked = project.traits.stages === undefined ? hops.slice(0, 1) : hops;
  const places = asked.map((hop) => ({ subject, look: () => placeFindings(project, hop, { subject, scope }) }));
  return [{ subject, look: async () => addressFindings(project, subject) }, ...places];
}

/** Deployers are given releases and parts: a label is only a name. */
function deployedHop(hop: Hop): DeployPreflight['hops'][number] {
  const { parts } = hop;
  return { from: releaseOn(hop, 'from'), to: releaseOn(hop, 'to'), ...(parts === undefined ? {} : { parts }) };
}

function gateChecks(project: Project): Check[] {
  const { gates } = project.configuration;
  if (gates.scope === 'path')
    return [
      {
        subject: 'gate of the path',
        look: () =>
          pathGateFindings(gates.finalize, environmentOn(environmentOfGate.production, project), gateReader(project)),
      },
    ];
  return gateNames
    .filter((gate) => gate === 'production' || project.traits.deferrable)
    .map((gate) => ({
      subject: `gate ${gate}`,
      look: () => gateFindings(gate, gates[gate], environmentOn(environmentOfGate[gate], project), gateReader(project)),
    }));
}

function branchChecks(project: Project): Check[] {
  const { document, traits, configuration } = project;
  return credentialEnvironments(document, traits, configuration.gates.scope)
    .map((name) => environmentOn(name, project))
    .map((environment) => ({
      subject: branchSubject(environment),
      look: () => branchFindings(environment, branchReader(project)),
    }));
}

function needsStop(project: Project): boolean {
  return openData(project, 'staging').some(({ store }) => store.serverDuringRestore !== 'running');
}

function cannotStop(subject: string, kind: string): Finding {
  return problem(subject, {
    happened: 'The configuration does not say how the server on staging is stopped.',
    means: 'It would write to its data while the data is replaced, so a restore refuses while the server runs.',
    next: `Add "stop" to environments.staging.deploy.${kind}.`,
  });
}
