import { settingsOf } from '../../config/environment-settings.ts';
import type { Configuration, releaseHooks, StagingSettings } from '../../config/schema.ts';
import { runUserCommandOrFail, type UserCommand } from '../../world/effects/user-command.ts';
import type { HopStepContext } from './hop-step.ts';

type Hooks = Configuration['environments']['production']['hooks'] & StagingSettings['hooks'];
export type HookName = Exclude<keyof Hooks, 'scrub'>;
type ReleaseHook = keyof typeof releaseHooks;

/**
 * Runs a hook of this environment, if there is one. Rejects with a SystemFailure if it fails.
 * @param placeholders what `{version}` and the like stand for, for a hook that gets a release
 */
export async function runHook(context: HopStepContext, name: Exclude<HookName, ReleaseHook>): Promise<void>;
export async function runHook(
  context: HopStepContext,
  name: ReleaseHook,
  placeholders: HopStepContext['placeholders'],
): Promise<void>;
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
  // A hook is an act too; the one for failures runs without a lease, since it only notifies people.
  await context.confirmLease();
  await project.effects.log.group(`Hook ${name}`, async () => {
    await runUserCommandOrFail(
      hook,
      live.context(`environments.${environment}.hooks.${name}`, placeholders),
      `The step stops here, because its hook "${name}" failed.`,
    );
  });
}
