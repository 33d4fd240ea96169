import { settingsOf } from '../../config/environment-settings.ts';
import type { Configuration, StagingSettings } from '../../config/schema.ts';
import { runUserCommandOrFail, type UserCommand } from '../../world/effects/user-command.ts';
import type { HopStepContext } from './hop-step.ts';

type Hooks = Configuration['environments']['production']['hooks'] & StagingSettings['hooks'];
export type HookName = Exclude<keyof Hooks, 'scrub'>;

/**
 * Runs a hook of this environment, if there is one. Rejects with a SystemFailure when it fails.
 * @param placeholders what `{from}` and the like stand for; left out, what they do in the whole step
 */
export async function runHook(
  context: HopStepContext,
  name: HookName,
  placeholders: HopStepContext['placeholders'] = context.placeholders,
): Promise<void> {
  const { project, environment, live } = context;
  const hooks: Partial<Record<HookName, Pick<UserCommand, 'run' | 'env'> | undefined>> = settingsOf(
    project.configuration,
    environment,
  ).hooks;
  const hook = hooks[name];
  if (hook === undefined) return;
  // A hook is an act too; the one for failures runs without a lease, since it only tells people.
  await context.confirmLease();
  await project.effects.log.group(`Hook ${name}`, async () => {
    await runUserCommandOrFail(
      hook,
      live.context(`environments.${environment}.hooks.${name}`, placeholders),
      `The step stops here, because its hook "${name}" failed.`,
    );
  });
}
