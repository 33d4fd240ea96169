import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { countText } from '../../../core/messages/quantities.ts';
import { lineExpression, longestLine } from '../../../core/path/sources/versions/regular-expression.ts';
import { duration } from '../../../core/settings/scalars.ts';
import { keyed } from '../../../world/effects/kind.ts';
import type { ProbeKind, SmokeResult } from '../probe.ts';
import { smokeKeys, smokePart } from '../smoke-settings.ts';

const patterns = z.array(lineExpression).default([]);

const settings = () =>
  z
    .strictObject({
      forbid: patterns.describe(
        'Regular expressions that must not match any line. If the log has no lines at all, the result is unknown.',
      ),
      except: patterns.describe('Lines that match one of these are ignored.'),
      expect: patterns.describe('Regular expressions, each of which must match at least one line.'),
      timeout: duration.prefault('1m').describe('How long reading the log may take.'),
    })
    .refine(({ forbid, expect }) => forbid.length + expect.length > 0, {
      error: 'a test with "forbid" or "expect": what is looked for',
    })
    .describe(
      'What the server has logged since it was deployed. `deploy` must be able to show it: a `command` needs `logs`, and a task of Amazon ECS must write to Amazon CloudWatch.',
    );
type Settings = z.output<ReturnType<typeof settings>>;

/** A log that goes elsewhere, or has another name, contains no forbidden line either. */
const noLine =
  'the log has no line at all since the deploy, which does not show that nothing forbidden was logged: see that `logs` of the deploy shows what this server writes, or remove this test where it writes nothing';

/** Reads line by line, and keeps none: a log may contain what a patient has said. */
function lineJudge({ forbid, except, expect }: Settings) {
  const [bad, fine] = [forbid, except].map((list) => list.map((text) => new RegExp(text)));
  const wanted = expect.map((text) => ({ text, pattern: new RegExp(text), isFound: false }));
  const found = new Map<string, number>();
  let isEmpty = true;
  return {
    line: (whole: string): void => {
      isEmpty = false;
      const line = whole.slice(0, longestLine);
      for (const each of wanted) each.isFound ||= each.pattern.test(line);
      if (fine?.some((pattern) => pattern.test(line)) === true) return;
      for (const [index, pattern] of (bad ?? []).entries()) {
        const text = forbid[index] ?? '';
        if (pattern.test(line)) found.set(text, (found.get(text) ?? 0) + 1);
      }
    },
    result: (): SmokeResult => {
      const missing = wanted.filter(({ isFound }) => !isFound).map(({ text }) => `no line has ${text}`);
      const forbidden = [...found].map(([text, count]) => `${countText(count, 'line')} with ${text}`);
      const wrong = [...forbidden, ...missing];
      if (isEmpty && missing.length === 0) return { kind: 'unknown', reason: noLine };
      return wrong.length === 0
        ? { kind: 'passed' }
        : { kind: 'failed', reason: `in the log since the deploy: ${wrong.join('; ')}` };
    },
  };
}

/** The log of the server, through its deployer. */
export const logs: ProbeKind = {
  smokeTest: keyed('logs', () =>
    z.strictObject({ ...smokeKeys, logs: settings() }).transform((test) =>
      smokePart('logs', test, async ({ serverLog, effects }, signal) => {
        if (serverLog === undefined)
          return {
            kind: 'unknown',
            reason: 'no deploy is recorded here, so it is not known from when on to read the log',
          };
        const judge = lineJudge(test.logs);
        const limit = AbortSignal.timeout(test.logs.timeout);
        try {
          await serverLog.read(judge.line, AbortSignal.any([limit, ...(signal === undefined ? [] : [signal])]));
        } catch (error) {
          effects.signal.throwIfAborted();
          signal?.throwIfAborted();
          if (limit.aborted)
            return { kind: 'unknown', reason: `the log could not be read within ${test.logs.timeout / 1000} s` };
          if (!(error instanceof SystemFailure)) throw error;
          return { kind: 'unknown', reason: error.detail.happened.replace(/\.$/, '') };
        }
        return judge.result();
      }),
    ),
  ),
};
