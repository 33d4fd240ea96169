import prerelease from 'semver/functions/prerelease.js';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PublishedTag } from '../../../core/model/release.ts';
import { template } from '../../../core/settings/scalars.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import { kind } from '../../../world/effects/kind.ts';
import { askProgram } from '../../../world/processes/asked-program.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import { readJson } from '../answer.ts';
import { httpClient } from '../http.ts';
import { refusedAnswer } from '../http-failure.ts';
import { publishedAt } from '../published-date.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { below, serverAddress } from '../server-address.ts';

const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/;

const settings = () =>
  z
    .strictObject({
      package: z
        .string()
        .regex(packageName, 'the name of a package: name or @scope/name')
        .describe('The package, e.g. `unleash-server`.'),
      registry: template
        .optional()
        .describe(
          'The address of the registry. Default: the one in `npm_config_registry`, or the one that npm is configured with.',
        ),
      token: template.optional().describe('A token that may read the package: `${NPM_TOKEN}`.'),
    })
    .describe('All versions of an npm package, with their dates; deprecated versions count as withdrawn.');

/** https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
const packument = z.lazy(() =>
  z.object({
    versions: z.record(z.string(), z.object({ deprecated: z.unknown().optional() })),
    time: z.record(z.string(), z.unknown()).optional(),
  }),
);

const part: ReleaseKind['part'] = kind('npm', settings, (configured, { effects, where, placeholders }) => ({
  read: async (signal) => {
    const fill = (key: 'registry' | 'token') => {
      const text = configured[key];
      return text === undefined ? undefined : effects.variables.fill(text, `${where}.${key}`, placeholders);
    };
    const registry =
      fill('registry') ??
      (effects.environment.npm_config_registry || (await npmsOwn(configured.package, effects, where)));
    const token = fill('token');
    const source = `npm package ${configured.package}`;
    const address = serverAddress(registry, `${where}.registry`);
    const url = below(address.url, configured.package.replace('/', '%2f'));
    const login = token === undefined ? address.headers : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/json', ...login };
    const reply = await httpClient(effects, { source })({ url, headers }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, url, reply);
    const { versions, time = {} } = readJson(packument, reply, { source, url });
    const tags = Object.entries(versions).map(
      ([version, { deprecated }]): PublishedTag => ({
        tag: version,
        prerelease: prerelease(version) !== null,
        ...publishedAt(time[version]),
        ...withdrawalOf(deprecated),
      }),
    );
    return { source, tags };
  },
}));

export const npm: ReleaseKind = {
  part,
  published: { word: 'npm', name: packageName, example: 'unleash-server', scheme: 'semver', keys: ['npm', 'package'] },
};

/**
 * npm itself is asked: an installation behind a mirror has configured there where its packages, or those of a scope, come from.
 * https://docs.npmjs.com/cli/v11/using-npm/scope#associating-a-scope-with-a-registry
 */
async function npmsOwn(packageName: string, effects: Effects, where: string): Promise<string> {
  const [, scope] = /^(@[^/]+)\//.exec(packageName) ?? [];
  const ofScope = scope === undefined ? undefined : await npmSetting(`${scope}:registry`, effects, where);
  if (ofScope !== undefined && URL.canParse(ofScope)) return ofScope;
  const registry = await npmSetting('registry', effects, where);
  if (registry !== undefined && URL.canParse(registry)) return registry;
  throw notNamed('npm did not say which registry it uses (npm config get registry).', where);
}

/** Undefined if npm ended with a failure; npm writes `undefined` for what is not set. */
async function npmSetting(name: string, effects: Effects, where: string): Promise<string | undefined> {
  const { processes, directory } = effects;
  const environment = childEnvironment(effects);
  const argv = ['npm', 'config', 'get', name] as const;
  const asked = await askProgram(processes, { argv, environment, directory }).catch((cause: unknown) => {
    if (!(cause instanceof SystemFailure)) throw cause;
    throw notNamed(`npm was to say which registry it uses. ${cause.detail.happened}`, where, { cause });
  });
  // A runner has Node.js for actions without npm beside it.
  if (asked === undefined)
    throw notNamed('npm was to say which registry it uses. The program "npm" was not found.', where);
  return asked.exitCode === 0 ? asked.stdout.trim() : undefined;
}

function notNamed(happened: string, where: string, options?: ErrorOptions): SystemFailure {
  const means = 'The releases were not read, and no path was planned.';
  const next = `Name the registry: ${where}.registry, or the variable npm_config_registry.`;
  return new SystemFailure({ happened, means, next }, options);
}

/** A text, of which the empty one revokes a deprecation; some registries say `true` or `false`. */
function withdrawalOf(deprecated: unknown): Pick<PublishedTag, 'withdrawn'> {
  if (typeof deprecated === 'string' && deprecated.trim() !== '') return { withdrawn: { reason: deprecated.trim() } };
  if (deprecated === true) return { withdrawn: { reason: 'It is marked as deprecated on the registry' } };
  return {};
}
