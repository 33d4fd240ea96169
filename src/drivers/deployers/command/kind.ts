import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { argv, environmentName, template } from '../../../core/settings/scalars.ts';
import { outputJudge } from '../../../world/effects/judged-output.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { judge, outputRules } from '../../../world/effects/output-rules.ts';
import {
  endedWell,
  filledVariables,
  howItEnded,
  runUserCommand,
  runUserCommandOrFail,
} from '../../../world/effects/user-command.ts';
import { silentLog } from '../../../world/log.ts';
import { programFindings } from '../../../world/processes/programs.ts';
import type { Deployer } from '../deployer.ts';
import { commandInit } from './init.ts';

const settings = () =>
  z.strictObject({
    run: argv.describe(
      'Deploys `{version}`. It also gets the variables STAGED_UPGRADE_VERSION, _FROM, _TO and _ENVIRONMENT.',
    ),
    stop: argv.optional().describe('Stops the server, so that its database can be replaced. Required for staging.'),
    logs: argv
      .optional()
      .describe(
        "Prints the server's log from `{since}` on, a time such as 2026-03-01T02:14:09.000Z: for smoke tests of kind `logs`.",
      ),
    judge: judge.optional(),
    env: z
      .record(environmentName, template)
      .default({})
      .describe(
        'Variables for these commands, without placeholders of a release: `run` has STAGED_UPGRADE_VERSION. Of the secrets in this file they get only those that are used here or in `run`; they inherit everything else that the job has.',
      ),
  });

/** A deploy by a command of the user's: a script, `ansible-playbook`, `systemctl`, a vendor's tool. */
const part: z.ZodType<Part<Deployer>> = kind('command', settings, (configured, context) => {
  const { stop, logs } = configured;
  const fillAll = (run: readonly string[], placeholders: Readonly<Record<string, string>>): string[] =>
    run.map((text) => context.effects.variables.fill(text, `${context.where}.run`, placeholders));
  return {
    kind: 'command',
    // Only the command knows what it deploys: whether that is available cannot be checked.
    preflight: async ({ hops, subject }) => {
      filledVariables(configured.env, context);
      const deploys = hops.flatMap(({ from, to, parts }) =>
        (
          [
            ['from', from],
            ['to', to],
          ] as const
        ).map(([side, version]) =>
          fillAll(configured.run, { ...context.placeholders, ...partPlaceholders(parts?.[side]), version, from, to }),
        ),
      );
      const stops = stop === undefined ? [] : [fillAll(stop, context.placeholders)];
      const programs = [...deploys.slice(0, 1), ...stops].map(([program = '']) => ({ where: context.where, program }));
      return await programFindings(programs, context.effects, subject);
    },
    deploy: async (request) => {
      const { version, from, to, parts } = request;
      const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
      await runUserCommandOrFail(
        {
          run: configured.run,
          env: configured.env,
          environment: request.environment,
          ...(configured.judge === undefined
            ? {}
            : {
                judge: outputJudge(
                  outputRules(configured.judge, { ...context, placeholders }, `${context.where}.judge`),
                ),
              }),
          log: request.log,
          ...(request.signal ? { signal: request.signal } : {}),
        },
        { ...context, placeholders },
        `It is not known whether ${request.version} was put in place.`,
      );
      return {};
    },
    logs:
      logs === undefined
        ? undefined
        : async ({ since, onLine, signal }) => {
            const result = await runUserCommand(
              { run: logs, env: configured.env, log: { ...silentLog, output: onLine }, signal },
              { ...context, placeholders: { ...context.placeholders, since: since.toISOString() } },
            );
            if (endedWell(result)) return;
            // None of its output is quoted: a log contains what people have said.
            throw new SystemFailure({
              happened: `The command ${JSON.stringify(logs.join(' '))} (${context.where}.logs) ${howItEnded(result)}.`,
              means: 'It is not known what the server has logged.',
              next: 'Correct the command, and run the step again.',
            });
          },
    stop:
      stop === undefined
        ? undefined
        : async (request) => {
            await runUserCommandOrFail(
              {
                run: stop,
                env: configured.env,
                log: request.log,
                ...(request.signal ? { signal: request.signal } : {}),
              },
              context,
              'The server may still be running.',
            );
          },
  };
});

export const command: Kind<Part<Deployer>> = { part, init: commandInit };
