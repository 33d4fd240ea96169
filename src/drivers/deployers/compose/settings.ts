import { z } from 'zod';
import { onDemand } from '../../../core/settings/on-demand.ts';
import { duration, fineDuration, template } from '../../../core/settings/scalars.ts';
import { judgeKeys } from '../../../world/effects/output-rules.ts';
import { progressKey } from '../progress-key.ts';

const serviceName = z.string().regex(/^[a-zA-Z0-9._-]+$/, 'the name of a service in the Compose file');
const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of a variable, such as APP_TAG');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal: 64 digits and lowercase letters');

const oneOff = onDemand(() =>
  z.strictObject({
    run: z
      .tuple([serviceName, template], template)
      .describe('A service and the command that a separate container with the new image runs: `[web, app, migrate]`.'),
    ...judgeKeys,
    ...progressKey,
    needs: z
      .array(serviceName)
      .default([])
      .describe(
        'Services of the release that it needs, such as its database: they are updated, and must be ready, before it runs. Only for `before`.',
      ),
    when: z
      .enum(['upgrade', 'always'])
      .default('upgrade')
      .describe(
        '`upgrade`: only with the new release. `always`: also with the previous one, when it is deployed again.',
      ),
    timeout: duration
      .prefault('1h')
      .describe('After that it is left running, and the next run of the step waits for it again.'),
  }),
);
export type OneOffSettings = z.output<typeof oneOff>;

const readBack = onDemand(() =>
  z.strictObject({
    run: z
      .tuple([serviceName, template], template)
      .describe('A service, and a command to run in each of its new containers: `[web, app, --version]`.'),
    ...judgeKeys,
    same: z
      .boolean()
      .default(false)
      .describe('Whether all new containers must report the same, for example the hash of their schema.'),
  }),
);

export const composeSettings = () =>
  z
    .strictObject({
      file: z
        .union([template, z.array(template).min(1)])
        .describe('The Compose file, or a list of them; relative paths start at the root of the repository.'),
      project: template
        .optional()
        .describe('The name of the project. Default: the one that Compose takes from the file or its folder.'),
      services: z
        .array(serviceName)
        .min(1)
        .describe(
          'The services that belong to the release, in the order in which they are replaced. No others are touched.',
        ),
      env: z
        .record(variableName, template)
        .default({})
        .describe(
          'Variables for the Compose file, such as `APP_TAG: "{version}"`. They take precedence over its env file.',
        ),
      'env-file': z
        .strictObject({
          file: template.describe('The file with the variables of the Compose file.'),
          set: z.record(variableName, template).describe('The lines to change in it; all others stay as they are.'),
        })
        .optional()
        .describe('For servers on which people also run Compose: the version is kept in the env file.'),
      images: z
        .record(serviceName, template)
        .default({})
        .describe('The image of a service, written into the Compose file; comments and layout stay as they are.'),
      pinned: z
        .strictObject({
          url: template.describe('The address of the file of a release, with `{version}`.'),
          sha256: z.record(z.string(), sha256).describe('The checksum of the file of each release that is deployed.'),
        })
        .optional()
        .describe(
          'For products that publish a Compose file with each release: it is fetched, checked, shown and installed.',
        ),
      pull: z
        .enum(['always', 'missing', 'never'])
        .optional()
        .describe(
          "When images are pulled, which is before anything stops. Default: the service's `pull_policy`, or else always.",
        ),
      strategy: z
        .enum(['recreate', 'rolling'])
        .default('recreate')
        .describe('`rolling`: one replica at a time; each must be ready before an old one is stopped.'),
      stop: z
        .array(serviceName)
        .min(1)
        .optional()
        .describe(
          'The services to stop when the server must not write. Default: all of them. A database that is restored in its container must keep running: then name the others.',
        ),
      'stop-first': z
        .boolean()
        .default(false)
        .describe(
          'Whether these are stopped before the commands of `before`, if the two must not run at the same time.',
        ),
      before: z.array(oneOff).default([]).describe('Commands of the new image, run before its services are started.'),
      after: z.array(oneOff).default([]).describe('Commands of the new image, run when its services are ready.'),
      'read-back': z
        .array(readBack)
        .default([])
        .describe('What the new containers must report before they count as ready, and before an old one is stopped.'),
      ready: z
        .strictObject({
          within: duration.prefault('5m').describe('How long containers may take to become ready.'),
          stable: fineDuration.prefault('3s').describe('How long they must stay ready without interruption.'),
        })
        .prefault({})
        .describe('A container is ready when its health check passes, or, without a health check, when it runs.'),
      context: template.optional().describe('The Docker context of the engine. Default: that of the job.'),
      host: template
        .optional()
        .describe('The address of the engine, instead of a context: `ssh://deploy@app.example.com`.'),
    })
    .refine(({ context, host }) => context === undefined || host === undefined, 'either "context" or "host"')
    .describe('Services of Docker Compose, version 2.23 or newer.');

export type ComposeSettings = z.output<ReturnType<typeof composeSettings>>;
