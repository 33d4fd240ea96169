import { needed, settingsOf } from '../../config/environment-settings.ts';
import type { Project } from '../../config/project.ts';
import { candidates, labelOf, type NamedState, namedStates } from '../../core/history/named-states.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { Entry } from '../../core/model/event.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { Observation, Reading } from '../../core/model/observation.ts';
import { partVersion } from '../../core/model/parts.ts';
import type { Deployer } from '../../drivers/deployers/deployer.ts';
import { observe, type Probes } from '../../drivers/probes/observe.ts';
import type { Evidence, HealthProbe, Measure, MigrationStarter, SmokeTest } from '../../drivers/probes/probe.ts';
import type { TopologyProbe } from '../../drivers/probes/topology.ts';
import { answersOfProbes, openEvidence } from '../../drivers/probes.ts';
import { hasStages, hasTopology, hasVersions } from '../../products/definition.ts';
import type { Part, PartContext, ServerLog } from '../../world/effects/kind.ts';
import type { AccessToken } from '../../world/secrets/access-token.ts';
import { stageTests, stateProbes } from './live-state.ts';
import { guardedDeployer, type Outlook, topologyOutlook } from './live-topology.ts';
import { type LiveData, openData } from './open-data.ts';
import type { PartReadings } from './parts-input.ts';
import { type DeployTarget, stageDeployer } from './stage-deployer.ts';

/** One environment's running system. Each part is opened when it is requested, with the variables that it needs then. */
export interface LiveSystem {
  readonly environment: EnvironmentName;
  observe(signal?: AbortSignal): Promise<Observation>;
  /** The parts beside the release, as the product's probes show them. */
  observeParts(signal?: AbortSignal): Promise<PartReadings>;
  /** Undefined if the product has no probe for it: only releases need one. */
  readonly health: Probes['health'] | undefined;
  /** Does it accept writes? Undefined if nothing checks that separately. */
  readonly writes: HealthProbe | undefined;
  /** What the system consists of, if that is its state. */
  readonly topology: TopologyProbe | undefined;
  /** Its condition just before this is deployed. */
  outlook(target: DeployTarget, signal?: AbortSignal): Promise<Outlook>;
  data(): readonly LiveData[];
  /** @param target which deploy of which hop; left out if it is only about stopping the server */
  deployer(target?: DeployTarget): Deployer;
  /** Shows the server's log through its deployer; undefined if that cannot. */
  deployerLogs(): Deployer['logs'];
  /** Determines where a release is deployed; undefined if there is no deployer. */
  place(target: DeployTarget): Pick<Deployer, 'kind' | 'place' | 'preview'> | undefined;
  measures(placeholders: Readonly<Record<string, string>>): readonly Measure[];
  /** @param since the newest deploy, from which on the server's log counts */
  smokeTests(placeholders: Readonly<Record<string, string>>, since: Date | undefined): readonly SmokeTest[];
  /** What is collected after a failure. */
  evidence(): readonly Evidence[];
  starter(): MigrationStarter | undefined;
  /** For commands and hooks of the user's in this environment. */
  context(where: string, placeholders?: Readonly<Record<string, string>>): PartContext;
}

/**
 * @param entries of the journal, as far as they were read: plans name the states that differ only by their parts
 */
export function openLiveSystem(project: Project, environment: EnvironmentName, entries: readonly Entry[]): LiveSystem {
  const { configuration, product, effects } = project;
  const settings = settingsOf(configuration, environment);
  const base = `environments.${environment}`;

  const context = (where: string, placeholders: Readonly<Record<string, string>> = {}): PartContext => ({
    effects,
    where,
    placeholders: { system: configuration.system, environment, ...placeholders },
    ...(hasVersions(product) ? { releases: product.versions } : {}),
  });
  const address = (): Readonly<Record<string, string>> =>
    settings.url === undefined ? {} : { url: effects.variables.fill(settings.url, `${base}.url`).replace(/\/+$/, '') };
  let opened: Readonly<Record<string, AccessToken>> | undefined;
  /** One of each for all probes. */
  const tokens = (): Readonly<Record<string, AccessToken>> => {
    opened ??= Object.fromEntries(
      Object.entries(settings.access).flatMap(([name, part]) =>
        typeof part === 'string'
          ? []
          : [[`access.${name}`, part.open(context(`${base}.access.${name}`, address()))] as const],
      ),
    );
    return opened;
  };
  /** Probes may also use the address and the credentials. */
  const probeContext = (where: string, placeholders: Readonly<Record<string, string>> = {}): PartContext => {
    const access = Object.entries(settings.access).flatMap(([name, value]) =>
      typeof value === 'string'
        ? accessPlaceholders(name, effects.variables.fill(value, `${base}.access.${name}`))
        : [],
    );
    return {
      ...context(where, { ...address(), ...Object.fromEntries(access), ...placeholders }),
      tokens: tokens(),
    };
  };
  const openProbe = <Opened>(part: Part<Opened>, name: string): Opened =>
    part.open(probeContext(`the ${name} of ${product.title} (${environment})`));

  const configuredDeployer = (): Deployer =>
    needed(settings.deploy, `${base}.deploy`, `What puts a release in place on ${environment}`).open(
      context(`${base}.deploy`),
    );
  const serverLog = (since: Date | undefined): { readonly serverLog?: ServerLog } =>
    since === undefined
      ? {}
      : {
          serverLog: {
            read: async (onLine, signal) => {
              const { logs } = configuredDeployer();
              if (logs === undefined) throw noLog(base);
              await logs({ since, onLine, signal });
            },
          },
        };

  const deployer = (target?: DeployTarget): Deployer => {
    if (hasStages(product) && target !== undefined) {
      const { part, where } = stageDeployer(product, target, settings.deploy);
      return part.open(probeContext(`${where} (${environment})`));
    }
    if (hasTopology(product) && target !== undefined)
      return guardedDeployer(configuredDeployer(), topology(), target, effects.clock);
    return configuredDeployer();
  };

  let opening: TopologyProbe | undefined;
  const topology = (): TopologyProbe => {
    const use = `What ${product.title} consists of on ${environment}`;
    const probe = opening ?? needed(settings.topology, `${base}.topology`, use).open(context(`${base}.topology`));
    opening = probe;
    return probe;
  };

  let probing: Probes | undefined;
  const probes = (): Probes => {
    probing ??= {
      ...stateProbes(product, openProbe, topology),
      migrations: product.probes.migrations && openProbe(product.probes.migrations, 'migrations probe'),
    };
    return probing;
  };

  const observeParts = async (signal?: AbortSignal): Promise<PartReadings> => {
    const readings = Object.entries(product.probes.parts ?? {}).map(
      async ([name, part]) => [name, partReading(name, await openProbe(part, `probe of ${name}`)(signal))] as const,
    );
    return Object.fromEntries(await Promise.all(readings));
  };

  let states: readonly NamedState[] | undefined;
  const named = (): readonly NamedState[] => {
    states ??= namedStates(entries);
    return states;
  };

  return {
    environment,
    observe: async (signal) => {
      const seen = await observe(probes(), () => effects.clock.now(), signal);
      const { version } = seen;
      if (version.kind === 'unknown') return seen;
      const states = candidates(version.value, named());
      if (states.length === 0) return seen;
      return { ...seen, version: labelOf(version.value, await observeParts(signal), states) };
    },
    observeParts,
    get health() {
      const { health } = product.probes;
      if (health === undefined) return undefined;
      // While a cluster is being changed it is not ready for another change, and serves anyway.
      return hasTopology(product) ? openProbe(health, 'health probe') : probes().health;
    },
    get writes() {
      if (!hasTopology(product)) return undefined;
      const { writes } = product.probes;
      return writes && openProbe(writes, 'probe of writes');
    },
    get topology() {
      return hasTopology(product) ? topology() : undefined;
    },
    outlook: async (target, signal) =>
      hasTopology(product)
        ? await topologyOutlook(topology(), target, { clock: effects.clock, signal })
        : { obstacle: undefined, details: [] },
    data: () => openData(project, environment),
    deployer,
    deployerLogs: () => (settings.deploy === undefined ? undefined : configuredDeployer().logs),
    place: (target) => (settings.deploy === undefined && !hasStages(product) ? undefined : deployer(target)),
    measures: (placeholders) =>
      [...product.baseline, ...configuration.baseline].map((part) => part.open(probeContext('baseline', placeholders))),
    smokeTests: (placeholders, since) =>
      [...product.smoke, ...stageTests(product, placeholders), ...configuration.smoke].map((test) =>
        test.open({ ...probeContext('smoke', placeholders), ...serverLog(since) }),
      ),
    evidence: () =>
      [...answersOfProbes(project.productDocument.probes), ...product.evidence].map((source) =>
        openEvidence(source, probeContext(`the evidence "${source.name}"`)),
      ),
    starter: () => product.migrations && openProbe(product.migrations.start, 'start of the migrations'),
    context,
  };
}

function noLog(base: string): SystemFailure {
  return new SystemFailure({
    happened: `"${base}.deploy" does not say how to show the log of the server`,
    means: 'It is not known what it has logged.',
    next: 'Add "logs" to it, a command that prints the log.',
  });
}

/** A credential that is written as a text is a token. */
function accessPlaceholders(name: string, value: string): readonly (readonly [string, string])[] {
  return [
    [`access.${name}`, value],
    [`access.${name}.header`, `Bearer ${value}`],
  ];
}

/** `v7.10.0` is shown and written as 7.10.0. */
function partReading(name: string, text: Reading<string>): Reading<string> {
  if (text.kind === 'unknown') return text;
  const version = text.value.trim().replace(/^v(?=\d)/, '');
  if (partVersion.safeParse(version).success) return { kind: 'known', value: version };
  return { kind: 'unknown', reason: `what the probe of "${name}" reads is not a version` };
}
