import { settingsOf } from '../../config/environment-settings.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { endedWell, howItEnded, runUserCommand } from '../../world/effects/user-command.ts';
import type { HopStepContext } from './hop-step.ts';

/** The end of a log matters: a server's last messages before it gives up. */
const keptLines = 2000;
const longestRead = 60_000;
/** A server that was deployed longer ago than that has logged since why it does not serve. */
const newestMilliseconds = 3_600_000;

export type ServerLogReading =
  | { readonly kind: 'read'; readonly text: string }
  /** The hook or the deployer was asked, and something went wrong. `text` is what it printed until then. */
  | { readonly kind: 'failed'; readonly reason: string; readonly text: string }
  /** Neither a hook nor the deployer can show a log, or the step has no access to the deployer. */
  | { readonly kind: 'none' };

/**
 * The server's log of an environment: from the hook `logs` if there is one, otherwise the newest hour from the deployer.
 */
export async function readServerLog(context: HopStepContext): Promise<ServerLogReading> {
  const { project, live, environment, placeholders } = context;
  const hook = settingsOf(project.configuration, environment).hooks.logs;
  if (hook === undefined) return await throughDeployer(context);
  const result = await runUserCommand(hook, live.context(`environments.${environment}.hooks.logs`, placeholders));
  const text = `${result.stdout}${result.stderr}`;
  if (endedWell(result)) return { kind: 'read', text };
  return { kind: 'failed', reason: `The hook "logs" ${howItEnded(result)}.`, text };
}

async function throughDeployer({ project, live }: HopStepContext): Promise<ServerLogReading> {
  const logs = live.deployerLogs();
  if (logs === undefined) return { kind: 'none' };
  const { clock, signal } = project.effects;
  const lines: string[] = [];
  const onLine = (line: string): void => {
    lines.push(line);
    if (lines.length > 2 * keptLines) lines.splice(0, keptLines);
  };
  const kept = (): string => lines.slice(-keptLines).join('\n');
  try {
    await logs({
      since: new Date(clock.now().getTime() - newestMilliseconds),
      onLine,
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestRead)]),
    });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'failed', reason: whyUnread(error), text: kept() };
  }
  return { kind: 'read', text: kept() };
}

function whyUnread(error: unknown): string {
  if (error instanceof SystemFailure || error instanceof UserError) return error.detail.happened;
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return 'The log could not be read within a minute.';
  throw error;
}
