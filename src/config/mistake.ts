import { UserError } from '../core/messages/errors.ts';
import { type Path, type Position, pathText } from '../core/settings/place.ts';

/** One mistake in the configuration, without its place in the file. Never contains a value that may be a secret. */
export interface FoundMistake {
  readonly path: Path;
  /** Whether the key or the value at `path` is wrong: an editor jumps there. */
  readonly at: 'key' | 'value';
  /** What is wrong, with the value. One sentence. */
  readonly problem: string;
  /** What would be right; empty if the problem says it. */
  readonly accepted?: string;
  /** What to write instead. One sentence. */
  readonly fix: string;
  /** The known key that a wrong one most likely stands for. */
  readonly meant?: string;
}

/** A finding with its place in the file. */
export interface Mistake extends FoundMistake, Position {}

/** Every mistake of a configuration at once; `mistakes` is for annotations in editors and pull requests. */
export class ConfigurationError extends UserError {
  readonly file: string;
  readonly mistakes: readonly Mistake[];
  constructor(file: string, mistakes: readonly Mistake[]) {
    const one = mistakes.length === 1;
    const ordered = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
    super({
      happened: `${file} has ${one ? 'a mistake' : `${mistakes.length} mistakes`}.\n\n${ordered.map((mistake) => rendered(file, mistake)).join('\n\n')}\n`,
      means: 'Nothing was done.',
      next: `Correct ${one ? 'it' : 'them'}, then run the command again.`,
    });
    this.file = file;
    this.mistakes = ordered;
  }
}

function rendered(file: string, mistake: Mistake): string {
  const where = pathText(mistake.path);
  return [
    `${file}:${mistake.line}:${mistake.column}${where === '' ? '' : `: ${where}`}`,
    mistake.problem,
    ...(mistake.accepted ? [`Accepted: ${mistake.accepted}`] : []),
    `Fix: ${mistake.fix}`,
  ].join('\n  ');
}
