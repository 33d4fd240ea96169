import { systemProcesses } from '../../../src/world/processes/process.ts';
import { compiled } from '../compiled.ts';
import { builtCli } from '../program.ts';
import type { CdkApp } from './cdk.ts';

export interface Ended {
  readonly exitCode: number | undefined;
  /** All that it printed, with its lines joined: a terminal breaks them where it ends. */
  readonly text: string;
}

/** The command of the terminal, in the folder of an application. */
export async function startedCli(
  { folder: directory }: Pick<CdkApp, 'folder'>,
  variables: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Ended> {
  const { exitCode, stdout, stderr } = await systemProcesses.run({
    argv: [process.execPath, await builtCli(), ...words],
    directory,
    environment: Object.fromEntries(
      Object.entries({ ...variables, NODE_COMPILE_CACHE: compiled }).filter(([, value]) => value !== ''),
    ),
  });
  return { exitCode, text: `${stdout}\n${stderr}`.replaceAll(/\s+/g, ' ') };
}
