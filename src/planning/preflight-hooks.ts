import { settingsOf } from '../config/environment-settings.ts';
import type { Project } from '../config/project.ts';
import { releaseHooks } from '../config/schema.ts';
import type { Finding } from '../core/messages/finding.ts';
import { type EnvironmentName, type Hop, releaseOn } from '../core/model/hop.ts';
import { partPlaceholders } from '../core/model/parts.ts';
import { partsAskedIn } from '../steps/environment/parts-input.ts';
import { filledVariables } from '../world/effects/user-command.ts';
import { programFindings } from '../world/processes/programs.ts';

/**
 * Whether the hooks of an environment could be started: their programs exist here, and their values can be filled in.
 * @throws UserError for a value that cannot
 */
export async function hookFindings(
  { configuration, document, effects }: Project,
  environment: EnvironmentName,
  hop: Hop | undefined,
  subject: string,
): Promise<Finding[]> {
  // Any version will do to check whether its placeholder is known.
  const sides = hop ?? { from: '0', to: '0' };
  const [from, to] = [releaseOn(sides, 'from'), releaseOn(sides, 'to')];
  const unknownParts = Object.fromEntries(partsAskedIn(document).map((name) => [name, '0']));
  const parts = partPlaceholders(hop === undefined ? unknownParts : hop.parts?.to);
  const placeholders = { ...parts, system: configuration.system, environment, from, to };
  const programs = Object.entries(settingsOf(configuration, environment).hooks).flatMap(([name, hook]) => {
    if (hook === undefined || !('run' in hook)) return [];
    const where = `environments.${environment}.hooks.${name}`;
    const known = Object.hasOwn(releaseHooks, name) ? { ...placeholders, version: to } : placeholders;
    filledVariables(hook.env, { effects, where, placeholders: known });
    const [program = ''] = hook.run.map((text) => effects.variables.fill(text, `${where}.run`, known));
    return [{ where, program }];
  });
  return await programFindings(programs, effects, subject);
}
