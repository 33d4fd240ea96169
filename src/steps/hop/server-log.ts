import { settingsOf } from '../../config/environment-settings.ts';
import { runUserCommand } from '../../world/effects/user-command.ts';
import type { ProcessResult } from '../../world/processes/process.ts';
import type { HopStepContext } from './hop-step.ts';

/** What the hook prints that shows the server's log; undefined where there is none. */
export async function runLogsHook({
  project,
  live,
  environment,
  placeholders,
}: HopStepContext): Promise<ProcessResult | undefined> {
  const hook = settingsOf(project.configuration, environment).hooks.logs;
  if (hook === undefined) return undefined;
  return await runUserCommand(hook, live.context(`environments.${environment}.hooks.logs`, placeholders));
}
