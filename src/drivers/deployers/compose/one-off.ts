import { createHash } from 'node:crypto';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import { outputJudge } from '../../../world/effects/judged-output.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { outputProgress } from '../../../world/effects/output-progress.ts';
import { outputRules } from '../../../world/effects/output-rules.ts';
import { messageReader } from '../../../world/effects/wrapped-output.ts';
import type { Log } from '../../../world/log.ts';
import { readContainer } from './containers.ts';
import type { Engine } from './engine.ts';
import type { OneOffSettings } from './settings.ts';

export interface OneOffRequest {
  readonly settings: OneOffSettings;
  /** Its place in the configuration: `environments.staging.deploy.compose.before.0`. */
  readonly where: string;
  readonly project: string;
  /** The arguments of `docker compose` that name the files. */
  readonly files: readonly string[];
  /** The image that it runs. */
  readonly imageId: string;
  readonly context: PartContext;
  readonly log: Log;
}

/**
 * Runs a command in a container of its own and judges its output. The container belongs to the engine: it continues when
 * this process is killed, so one that still runs is waited for, and never started a second time.
 */
export async function runOneOff(engine: Engine, request: OneOffRequest): Promise<void> {
  const { settings, where, files, context, log } = request;
  const { effects, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const [service, ...rest] = settings.run;
  const command = rest.map((text) => fill(text, 'run'));
  const rules = outputRules(settings, context, where);
  const title = `"${settings.run.join(' ')}" (${where})`;
  const name = containerName(request, placeholders);
  const there = await readContainer(engine, name);
  if (there?.status === 'running') {
    log.info(`${title} still runs in the container ${name}, started before: waiting for it.`);
  } else {
    // One that has ended was not judged: what it did may have been undone by a restore.
    if (there !== undefined) await engine.docker(['rm', '--force', name]);
    log.info(`Running ${title} in the container ${name}.`);
    const started = await engine.docker([
      ...files,
      ...['run', '--detach', '--no-deps', '--pull=never', '--name', name, service, ...command],
    ]);
    if (started.exitCode !== 0) throw failed(`The command ${title} could not be started${engine.lastWords(started)}.`);
  }

  const judge = outputJudge(rules);
  const progress = outputProgress(settings.progress, settings.run.join(' '), log);
  const messageOf = messageReader();
  let last = '';
  const limit = AbortSignal.timeout(settings.timeout);
  const followed = await engine
    .docker(['logs', '--follow', name], {
      log,
      signal: limit,
      onLine: (line, stream) => {
        judge.line(line, stream);
        progress(line);
        last = messageOf(line) || last;
      },
    })
    .catch((error: unknown) => {
      if (limit.aborted && !effects.signal.aborted) return undefined;
      throw error;
    });
  if (followed === undefined) {
    throw failed(
      `The command ${title} has not ended after ${durationText(settings.timeout)}; it continues in the container ${name}.`,
      'Look at what it does (docker logs), then run the step again: it waits for it again.',
    );
  }
  if (followed.exitCode !== 0) throw failed(`The output of ${title} could not be read${engine.lastWords(followed)}.`);
  const ended = await readContainer(engine, name);
  if (ended === undefined || ended.status === 'running')
    throw failed(`Whether the command ${title} has ended could not be read.`);
  await engine.docker(['rm', '--force', name]);
  const words = effects.pen.text(last).slice(0, 400);
  if (ended.exitCode !== 0)
    throw failed(`The command ${title} exited with code ${ended.exitCode}${words === '' ? '' : `: ${words}`}.`);
  const fault = judge.fault();
  if (fault !== undefined) throw failed(`The command ${title} exited with code 0, but ${effects.pen.text(fault)}.`);
}

/** The same for the same command of the same deploy, so that the next run finds what this one has started. */
function containerName(
  { project, settings, where, imageId }: OneOffRequest,
  placeholders: PartContext['placeholders'],
): string {
  const { version, from, to } = placeholders;
  const hash = createHash('sha256').update(JSON.stringify([where, version, from, to, settings.run, imageId]));
  return `${oneOffPrefix(project)}${hash.digest('hex').slice(0, 12)}`;
}

export function oneOffPrefix(project: string): string {
  return `${project}-staged-upgrade-`;
}

function failed(
  happened: string,
  next = 'Read its output in the log, correct the cause, and run the step again.',
): SystemFailure {
  return new SystemFailure({ happened, means: '', next });
}
