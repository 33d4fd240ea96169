import { type OutputRules, outputJudge } from '../../../world/effects/judged-output.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { outputRules } from '../../../world/effects/output-rules.ts';
import type { Log } from '../../../world/log.ts';
import type { Readiness } from '../until-ready.ts';
import type { ContainerSeen } from './containers.ts';
import type { Engine } from './engine.ts';
import type { ComposeSettings } from './settings.ts';

/** Asks the new containers themselves which release they are, before an old one is stopped. */
export interface ReadBack {
  /** One readiness for each container that is asked; a container that has answered correctly is not asked again. */
  look(containers: readonly ContainerSeen[]): Promise<readonly Readiness[]>;
}

interface Check {
  readonly service: string;
  readonly command: readonly string[];
  readonly rules: OutputRules;
  readonly same: boolean;
}

export function readBack(engine: Engine, settings: ComposeSettings, context: PartContext, log: Log): ReadBack {
  const { effects, where, placeholders } = context;
  const checks = settings['read-back'].map((one, index): Check => {
    const [service, ...command] = one.run;
    const at = `${where}.read-back.${index}`;
    return {
      service,
      command: command.map((text) => effects.variables.fill(text, `${at}.run`, placeholders)),
      rules: outputRules(one, context, at),
      same: one.same,
    };
  });
  const answers = checks.map(() => new Map<string, string>());
  const quoted = (text: string): string => JSON.stringify(effects.pen.text(text.trim()).slice(0, 200));

  async function ask({ command, rules }: Check, { id, name }: ContainerSeen): Promise<Readiness | { said: string }> {
    const judge = outputJudge(rules);
    const result = await engine.docker(['exec', id, ...command], { onLine: judge.line });
    const what = `"${command.join(' ')}" in ${name}`;
    if (result.exitCode !== 0)
      return {
        kind: 'not-yet',
        reason: `${what} exited with code ${result.exitCode ?? '?'}${engine.lastWords(result)}`,
      };
    const fault = judge.fault();
    if (fault !== undefined)
      return { kind: 'not-yet', reason: `${what}: ${effects.pen.text(fault)}: ${quoted(result.stdout)}` };
    log.info(`${name} answers ${quoted(result.stdout)}.`);
    return { said: result.stdout.trim() };
  }

  async function lookAt(
    check: Check,
    known: Map<string, string>,
    containers: readonly ContainerSeen[],
  ): Promise<Readiness> {
    const asked = containers.filter(({ service, status }) => service === check.service && status === 'running');
    const said: { readonly name: string; readonly text: string }[] = [];
    for (const container of asked) {
      const key = `${container.id} ${container.restarts}`;
      let text = known.get(key);
      if (text === undefined) {
        const answer = await ask(check, container);
        if ('kind' in answer) return answer;
        text = answer.said;
        known.set(key, text);
      }
      said.push({ name: container.name, text });
    }
    const [first] = said;
    const other = check.same ? said.find(({ text }) => text !== first?.text) : undefined;
    if (first === undefined || other === undefined) return { kind: 'ready' };
    // One that was started earlier may have caught up since.
    known.clear();
    return {
      kind: 'not-yet',
      reason: `${other.name} answers ${quoted(other.text)}, and ${first.name} ${quoted(first.text)}`,
    };
  }

  return {
    look: async (containers) =>
      await Promise.all(checks.map((check, index) => lookAt(check, answers[index] ?? new Map(), containers))),
  };
}
