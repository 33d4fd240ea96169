import { UserError } from '../../core/messages/errors.ts';

/**
 * Parts of a written file that belong to the user: `init --update` renders everything else again and keeps these.
 * A mark is a pair of comment lines with the same name.
 */
export type Kept = ReadonlyMap<string, readonly string[]>;

const begin = /^\s*# staged-upgrade: begin (?<name>[a-z-]+( [a-z-]+)*)\b/;
const end = /^\s*# staged-upgrade: end (?<name>[a-z-]+( [a-z-]+)*)\s*$/;

/**
 * The lines between each pair of marks.
 * @throws UserError if a mark is not closed: what follows it could not be assigned
 */
export function keptIn(text: string): Kept {
  const kept = new Map<string, string[]>();
  let open: { name: string; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const ended = end.exec(line)?.groups?.name;
    if (open !== undefined && ended === open.name) {
      kept.set(open.name, open.lines);
      open = undefined;
    } else if (open !== undefined) {
      open.lines.push(line);
    } else {
      const name = begin.exec(line)?.groups?.name;
      if (name !== undefined) open = { name, lines: [] };
    }
  }
  if (open !== undefined) throw unclosed(open.name);
  return kept;
}

/** Puts what the user wrote between the marks of a freshly rendered text, in place of what is proposed there. */
export function withKept(text: string, kept: Kept): string {
  let replacing: string | undefined;
  return text
    .split('\n')
    .flatMap((line) => {
      if (replacing !== undefined) {
        if (end.exec(line)?.groups?.name !== replacing) return [];
        replacing = undefined;
        return [line];
      }
      const name = begin.exec(line)?.groups?.name;
      const lines = name === undefined ? undefined : kept.get(name);
      if (lines === undefined) return [line];
      replacing = name;
      return [line, ...lines];
    })
    .join('\n');
}

/** The text without what the user wrote between marks: the rest was rendered, or changed by hand. */
export function withoutKept(text: string): string {
  let inside: string | undefined;
  return text
    .split('\n')
    .filter((line) => {
      if (inside !== undefined) {
        if (end.exec(line)?.groups?.name !== inside) return false;
        inside = undefined;
        return true;
      }
      inside = begin.exec(line)?.groups?.name;
      return true;
    })
    .join('\n');
}

/** Names of marks that hold something of the user's and have no place in the new text. */
export function lostMarks(text: string, kept: Kept): string[] {
  const places = new Set(keptIn(text).keys());
  return [...kept]
    .filter(([name, lines]) => !places.has(name) && lines.some((line) => line.trim() !== ''))
    .map(([name]) => name);
}

function unclosed(name: string): UserError {
  return new UserError({
    happened: `A workflow has "# staged-upgrade: begin ${name}" without its end.`,
    means: 'Your own steps in it cannot be distinguished from what was generated. Nothing was written.',
    next: `Put "# staged-upgrade: end ${name}" after your steps.`,
  });
}
