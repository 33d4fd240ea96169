import type { RenderedFile } from './workflows.ts';

export const envExampleFile = '.env.example';

/** The variables of a configuration, for the terminal. On GitHub each job has its own from secrets and variables. */
export function renderEnvExample(names: readonly string[], plain: readonly string[]): RenderedFile {
  const lines = [
    '# What a terminal needs to act on both environments. Copy it to .env, fill it in, and keep .env out of git:',
    '#   cp .env.example .env && echo .env >> .gitignore',
    '# then, in each terminal:',
    '#   set -a; . ./.env; set +a',
    ...names.flatMap((name) => ['', `# ${plain.includes(name) ? 'says where something is' : 'secret'}`, `${name}=`]),
  ];
  return { path: envExampleFile, text: `${lines.join('\n')}\n` };
}
