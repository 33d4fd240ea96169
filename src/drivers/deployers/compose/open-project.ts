import type { PartContext } from '../../../world/effects/kind.ts';
import { askEngine, type Engine } from './engine.ts';
import { engineForName, projectName } from './project-name.ts';
import type { ComposeSettings } from './settings.ts';
import { composeArguments } from './staged-files.ts';

/** The engine and the name of the project, for work on whatever release runs: the files are the present ones. */
export async function openProject(
  settings: ComposeSettings,
  context: PartContext,
  signal: AbortSignal | undefined,
): Promise<{ readonly engine: Engine; readonly project: string }> {
  const engine = engineForName(settings, context, signal);
  await askEngine(engine);
  const files = composeArguments(settings, context);
  return { engine, project: await projectName(settings, context, { engine, files, signal }) };
}
