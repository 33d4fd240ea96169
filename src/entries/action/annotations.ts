import { ConfigurationError } from '../../config/mistake.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Ending } from '../exit.ts';

/** One box in the GitHub UI, on the run's page. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly text: string;
  /** Where a mistake is, relative to the checkout. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The one decisive annotation of a step that did not simply succeed; undefined for one that did.
 * @param command a `report` repeats how another step ended, so it never adds a second error
 */
export function annotationOf(ending: Ending, command: string): Annotation | undefined {
  if (ending.kind === 'result') {
    const { outcome, message, headline } = ending.result;
    if (outcome === 'passed' || outcome === 'skipped') return undefined;
    return {
      level: outcome === 'waiting' || command === 'report' ? 'notice' : 'error',
      title: command === 'report' ? 'Not complete' : titles[outcome],
      text: message === undefined ? headline : paragraph(message),
    };
  }
  const { error } = ending;
  const mistake = error instanceof ConfigurationError ? error.mistakes[0] : undefined;
  return {
    level: 'error',
    title: titles[ending.kind],
    text: paragraph(ending.message),
    ...(error instanceof ConfigurationError && mistake !== undefined
      ? { file: error.file, line: mistake.line, column: mistake.column }
      : {}),
  };
}

const titles = {
  waiting: 'Waiting: a later run continues from here',
  failed: 'Failed',
  unknown: 'Could not be determined',
  refused: 'Refused: nothing was done',
  'user-error': 'Something to correct',
  'system-failure': 'Failed',
  defect: 'A defect of Staged Upgrade',
  stopped: 'Stopped',
} as const;

function paragraph({ happened, means, next }: Message): string {
  return [happened, means, next === '' ? '' : `What to do: ${next}`].filter((part) => part !== '').join('\n');
}
