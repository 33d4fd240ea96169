import { z } from 'zod';
import { duration } from '../../../core/settings/scalars.ts';
import { outputJudge } from '../../../world/effects/judged-output.ts';
import { keyed, type Part } from '../../../world/effects/kind.ts';
import { judgeKeys, outputRules } from '../../../world/effects/output-rules.ts';
import { endedWell, howItEnded } from '../../../world/effects/user-command.ts';
import { condition, firstUnmet } from '../condition.ts';
import { parseJson, valueAt } from '../json-value.ts';
import type { SmokeResult, SmokeTest } from '../probe.ts';
import { smokeKeys, smokePart } from '../smoke-settings.ts';
import { askCommand, commandKeys } from './looking-command.ts';

export const commandSmokeTest: z.ZodType<Part<SmokeTest>> = keyed('command', () =>
  z
    .strictObject({
      ...smokeKeys,
      command: z
        .strictObject({
          ...commandKeys,
          timeout: duration.prefault('5m'),
          ...judgeKeys,
          json: z
            .record(z.string(), condition)
            .optional()
            .describe('Values by dotted path that the JSON on its standard output must have, as for `http`.'),
        })
        .describe('Exit code 0 means passed, if its output is as required.'),
    })
    .transform((test) =>
      smokePart('command', test, async (context, signal) => {
        const { effects, where } = context;
        const { json } = test.command;
        const judge = outputJudge(outputRules(test.command, context, where));
        const log = {
          ...effects.log,
          output: (line: string) => {
            judge.line(line, 'output');
            effects.log.output(line);
          },
        };
        const answer = await askCommand(test.command, context, { log, signal });
        if (answer.kind === 'no-answer') return { kind: 'unknown', reason: answer.reason };
        if (!endedWell(answer.result)) return failed(`its command ${howItEnded(answer.result)}`);
        const fault = judge.fault();
        if (fault !== undefined) return failed(effects.pen.text(fault));
        return json === undefined ? { kind: 'passed' } : judgedJson(answer.result.stdout, json);
      }),
    ),
);

function judgedJson(output: string, expected: Parameters<typeof firstUnmet>[0]): SmokeResult {
  const parsed = parseJson(output);
  if (parsed.kind === 'not-json') return failed(`the output of its command ${parsed.reason}`);
  const wrong = firstUnmet(expected, (path) => valueAt(parsed.value, path), parsed.value);
  return wrong === undefined ? { kind: 'passed' } : failed(`in the output of its command, ${wrong}`);
}

function failed(reason: string): SmokeResult {
  return { kind: 'failed', reason };
}
