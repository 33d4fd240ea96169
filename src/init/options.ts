import type { InputName, InputsOf } from '../core/interface/inputs.ts';

/** The options of `init`, in the order of its help. */
export const initInputs = [
  'product',
  'title',
  'published',
  'line',
  'healthPath',
  'versionPath',
  'versionValue',
  'system',
  'database',
  'deployer',
  'store',
  'encryptFor',
  'productionUrl',
  'stagingUrl',
  'deploy',
  'stop',
  'scrub',
  'backupFolder',
  'journal',
  'runner',
  'stagingRunner',
  'action',
  'variable',
  'oidc',
  'schedule',
  'check',
  'update',
  'force',
] as const satisfies readonly InputName[];

/**
 * The given options. All texts are as typed: commands are split at spaces, runner labels at commas; `journal` is
 * the name of a kind, or a folder.
 */
export type InitOptions = InputsOf<(typeof initInputs)[number]>;
