import type { Finding } from '../finding.ts';
import type { EnvironmentName, Hop } from '../hop/hop.ts';
import { programFindings } from '../programs.ts';
import type { Project } from './project.ts';

/**
 * Whether the hooks of an environment could be started: their programs are here, and their values can be filled in.
 * @throws UserError for a value that cannot
 */
export async function hookFindings(
  { configuration, effects }: Project,
  environment: EnvironmentName,
  hop: Hop | undefined,
  subject: string,
): Promise<Finding[]> {
  // What a version is called does not matter for whether its placeholder is known.
  const { from, to } = hop ?? { from: '0', to: '0' };
  const placeholders = { system: configuration.system, environment, from, to };
  const programs = Object.entries(configuration.environments[environment].hooks).flatMap(([name, hook]) => {
    if (hook === undefined || !('run' in hook)) return [];
    const where = `environments.${environment}.hooks.${name}`;
    const [program = ''] = hook.run.map((text) => effects.variables.fill(text, `${where}.run`, placeholders));
    return [{ where, program }];
  });
  return await programFindings(programs, effects, subject);
}
