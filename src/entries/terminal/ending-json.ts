import { ConfigurationError } from '../../config/mistake.ts';
import { pathText } from '../../core/settings/place.ts';
import type { Ending } from '../exit.ts';

/** What `--json` prints if a command ended without a result: it prints JSON whatever happens. */
export function endingJson(ending: Exclude<Ending, { kind: 'result' }>): unknown {
  const { kind, message, exitCode, error } = ending;
  const mistakes =
    error instanceof ConfigurationError
      ? error.mistakes.map(({ path, line, column, problem, accepted, fix }) => ({
          file: error.file,
          line,
          column,
          path: pathText(path),
          problem,
          ...(accepted === undefined ? {} : { accepted }),
          fix,
        }))
      : undefined;
  return {
    result: 'failed',
    kind,
    exitCode,
    headline: message.happened,
    message,
    ...(mistakes === undefined ? {} : { mistakes }),
  };
}

/** The same for arguments that could not be parsed at all. */
export function argumentsJson(text: string, exitCode: number): unknown {
  const message = { happened: text, means: 'Nothing was done.', next: '--help lists the commands and options.' };
  return { result: 'failed', kind: 'user-error', exitCode, headline: text, message };
}
