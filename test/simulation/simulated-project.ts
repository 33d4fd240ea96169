import type { Project } from '../../src/config/project.ts';
import type { Configuration } from '../../src/config/schema.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import { freezeVariable } from '../../src/core/timing/freeze.ts';
import type { Deployer } from '../../src/drivers/deployers/deployer.ts';
import type { Part } from '../../src/world/effects/kind.ts';
import { githubTime } from '../../src/world/github/github-time.ts';
import { silentLog } from '../../src/world/log.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { penWithoutSecrets } from '../support/pen.ts';
import type { Choices, WrittenConfiguration } from './configuration.ts';
import { databasePart } from './database-part.ts';
import { githubAddress, repositoryName } from './github.ts';
import { githubFrom } from './github-answers.ts';
import { fetchFrom } from './server-answers.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { toolsOf } from './tools.ts';
import { traitsOf } from './traits.ts';

/** What GitHub tells each job. */
const jobVariables = {
  GITHUB_API_URL: githubAddress,
  GITHUB_SERVER_URL: githubAddress,
  GITHUB_REPOSITORY: repositoryName,
};

export type Configurations = (choices: Choices) => WrittenConfiguration;

/** What `openProject` opens for a command, with every effect redirected into the simulation. */
export function openSimulated(process: SimulatedProcess, configurations: Configurations): Project {
  const { world } = process;
  const written = configurations(world.choices(process.edition));
  const { document, product } = written;
  const github = githubTime(githubFrom(process), process.clock, jobVariables);
  return {
    configuration: { ...written.configuration, environments: environmentsOf(process, written.configuration) },
    document,
    product: product.definition,
    productDocument: product.document,
    traits: traitsOf(world, written, process.edition),
    effects: {
      clock: process.clock,
      processes: toolsOf(process),
      fetch: fetchFrom(process),
      githubFetch: github.fetch,
      githubReading: github.reading,
      log: silentLog,
      variables: variablesFrom({}, () => undefined),
      ...penWithoutSecrets(),
      environment: {
        ...(process.isFrozen ? { [freezeVariable]: 'true' } : {}),
        ...(process.run.kind === 'github' ? jobVariables : {}),
      },
      ...(process.run.kind === 'github' ? { journalCredential: { server: githubAddress, token: 'of the job' } } : {}),
      directory: '.',
      // Of the time, so that a seed happens the same way every time: what is in the journal decides who waits how long.
      newId: () => `${process.run.id}-${process.clock.now().getTime()}`,
      saveFile: (path) =>
        process.request({
          name: `write ${path}`,
          serve: () => {
            if (world.faults.happens('diskFull')) throw new Error('ENOSPC: no space left on device');
          },
        }),
      signal: process.signal,
    },
    run: process.run,
    journal: world.journal.openFor(process),
    store: () => world.shelf.openFor(process, world),
  };
}

/** Where there is data, it is in the simulation. */
function environmentsOf(process: SimulatedProcess, { environments }: Configuration): Configuration['environments'] {
  const { world } = process;
  const { production, staging } = environments;
  if ('waive' in staging) return environments;
  const data = databasePart(process, 'production', () => ({
    data: world.production.data,
    address: world.production.data.location,
  }));
  const deployedOn = (
    deploy: (typeof production)['deploy'],
    place: () => EnvironmentName,
  ): { readonly deploy?: Part<Deployer> } =>
    deploy === undefined ? {} : { deploy: world.knowsPlaces ? placed(deploy, place) : deploy };
  return {
    production: { ...production, ...deployedOn(production.deploy, () => 'production'), data: [data] },
    staging: {
      ...staging,
      ...deployedOn(staging.deploy, () => world.deploysStagingTo),
      data: [databasePart(process, 'staging', () => world.placeOfStaging)],
    },
  };
}

/** A deployer that reports where it deploys a release. */
function placed(part: Part<Deployer>, place: () => EnvironmentName): Part<Deployer> {
  return {
    kind: part.kind,
    open: (context) => ({
      ...part.open(context),
      place: async () => ({ kind: part.kind, location: { at: place() } }),
    }),
  };
}
