import type { Message } from '../../../core/messages/message.ts';
import type { IntendedChange } from '../deployer.ts';
import { judgeChanges } from './judge-changes.ts';
import type { CdkSettings } from './settings.ts';
import type { StackChange } from './template-changes.ts';

export interface Judging {
  readonly settings: Pick<CdkSettings, 'changes'>;
  readonly intended: readonly IntendedChange[] | undefined;
  /** Of the stack, as a phrase. */
  readonly title: string;
  readonly where: string;
}

/** Why these changes are not made; undefined if all of them are intended. */
export function refusalOf(
  changes: readonly StackChange[],
  { settings, intended, title, where }: Judging,
): Message | undefined {
  const verdict = judgeChanges(changes, settings.changes, intended);
  if (verdict.kind !== 'refused') return undefined;
  const { losesData, reasons } = verdict;
  const capital = `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
  return {
    happened: `${losesData ? 'The deploy would lose data' : 'The deploy would change more than intended'}: ${reasons.join(' ')}`,
    means: `${capital} and the configuration file are as they were.`,
    next: losesData
      ? 'Find out what in the application causes this: its code, a version of its library, or a key of its configuration. Nothing here allows it.'
      : `Find out where this comes from: the application, its library, or a change by hand. If it is intended, add it to ${where}.changes.`,
  };
}
