import { z } from 'zod';
import type { PlaceRule } from '../deployer.ts';

/** From which Compose takes the name of a project. */
export const projectVariable = 'COMPOSE_PROJECT_NAME';

const written = z.lazy(() =>
  z.looseObject({
    file: z.union([z.string(), z.array(z.string())]),
    project: z.string().optional(),
    env: z.record(z.string(), z.unknown()).optional(),
    'env-file': z.looseObject({ file: z.string() }).optional(),
    context: z.string().optional(),
    host: z.string().optional(),
  }),
);

/** Each machine has another engine: whose it is depends on where the job runs. */
const ownEngine = /^(?:unix|npipe|fd):|^tcp:\/\/(?:localhost|127\.|\[::1\])/i;

export const composePlace: PlaceRule = {
  keys: ['file', 'project', `env.${projectVariable}`, 'env-file.file', 'pinned.url', 'context', 'host'],
  written: (settings) => {
    const read = written.safeParse(settings);
    if (!read.success) return undefined;
    const { file, project, env = {}, 'env-file': envFile, context, host } = read.data;
    const isOwn = host === undefined ? context === undefined || context === 'default' : ownEngine.test(host);
    if (isOwn) return undefined;
    const name = project ?? env[projectVariable];
    const text = JSON.stringify({ host, context, ...(name === undefined ? { file, env, envFile } : { name }) });
    const key = project !== undefined || name === undefined ? 'project' : `env.${projectVariable}`;
    return {
      text,
      key,
      advice: 'give each environment its own project, such as `project: "{system}-{environment}"`',
    };
  },
};
