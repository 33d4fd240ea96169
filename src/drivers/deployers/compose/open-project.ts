import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { askEngine, type Engine, openEngine } from './engine.ts';
import type { ComposeSettings } from './settings.ts';
import { composeArguments } from './staged-files.ts';

const named = z.looseObject({ name: z.string() });

/** The engine and the name of the project, for what is about whatever release runs: no variable of a release is needed. */
export async function openProject(
  settings: ComposeSettings,
  context: PartContext,
  signal: AbortSignal | undefined,
): Promise<{ readonly engine: Engine; readonly project: string }> {
  const engine = openEngine({ ...settings, env: {} }, context, { environment: {}, signal });
  await askEngine(engine);
  const files = composeArguments(settings, context);
  const result = await engine.docker([...files, '--profile=*', 'config', '--no-interpolate', '--format=json']);
  if (result.exitCode === 0) return { engine, project: named.parse(JSON.parse(result.stdout)).name };
  throw new SystemFailure({
    happened: `Docker Compose cannot read the files of ${context.where}${engine.lastWords(result)}.`,
    means: 'Nothing was done.',
    next: 'Correct the Compose file, and run the step again.',
  });
}
