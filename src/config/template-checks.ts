import type { Path } from '../core/settings/place.ts';
import type { FoundMistake } from './mistake.ts';
import { isMapping, texts } from './subject.ts';

/** A `${…}` that cannot be an environment variable: found when the file is read, not when the value is needed. */
export function variableSyntax(document: unknown): FoundMistake[] {
  return [...texts(document)].flatMap(({ text, path }) =>
    [...text.matchAll(/\$\$\{|\$\{(?<github>\{[^}]*\}\})?(?<inside>[^}]*)(?<end>\}?)/g)].flatMap(
      (match): FoundMistake[] => {
        const problem = match[0] === '$${' ? undefined : wrongVariable(match.groups ?? {});
        return problem === undefined
          ? []
          : [
              {
                path,
                at: 'value',
                accepted: '${NAME}, the name of an environment variable; $${ for a literal ${.',
                ...problem,
              },
            ];
      },
    ),
  );
}

function wrongVariable(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<FoundMistake, 'problem' | 'fix'> | undefined {
  const inside = groups.inside ?? '';
  if (groups.github !== undefined) {
    return {
      problem: 'GitHub does not fill in ${{ … }} in this file.',
      fix: 'write ${NAME} here, and NAME: ${{ … }} in the env: of the job that needs it.',
    };
  }
  if (groups.end === '')
    return { problem: 'A ${ is not closed.', fix: 'close it with }, or write $${ for a literal ${.' };
  if (/^[A-Za-z_]\w*$/.test(inside)) return undefined;
  if (/^[A-Za-z_]\w*:?[-+?=]/.test(inside)) {
    return {
      problem: 'A variable cannot have a default or a condition here.',
      fix: 'write ${NAME} alone; a variable that is not set is an error.',
    };
  }
  if (/^[A-Za-z_]\w*$/.test(inside.trim()))
    return { problem: 'There is a space in ${…}.', fix: `write \${${inside.trim()}}.` };
  return {
    problem: 'This ${…} does not contain the name of a variable.',
    fix: 'a name has letters, digits and _, and does not start with a digit.',
  };
}

interface Interpreter {
  readonly programs: RegExp;
  /** The option whose value is the text of a script. */
  readonly script: RegExp;
  readonly option: RegExp;
}

const dashed = /^[-+]/;
const interpreters: readonly Interpreter[] = [
  { programs: /^(ba|da|z|k|mk|a|fi)?sh$/, script: /^-[a-z]*c$/, option: dashed },
  { programs: /^(pwsh|powershell)(\.exe)?$/i, script: /^-c(ommand)?$/i, option: dashed },
  { programs: /^cmd(\.exe)?$/i, script: /^\/[ck]$/i, option: /^\// },
  { programs: /^python[\d.]*$/, script: /^-[a-zA-Z]*c$/, option: dashed },
  { programs: /^(node|deno|bun|perl|ruby)$/, script: /^(-[a-zA-Z]*[eEp]|--eval|--print|eval)$/, option: dashed },
];

/** A shell's `-o pipefail`, also as the end of `-euo`: an option with a value of its own. */
const withValue = /^[-+][a-zA-Z]*[oO]$/;

/** A value that is pasted into a script can run as part of it. Values are passed to a script beside its text. */
export function scriptsWithValues(document: unknown, path: Path = []): FoundMistake[] {
  if (Array.isArray(document)) {
    const script = scriptPosition(document);
    const text: unknown = script === undefined ? undefined : document[script];
    const value = typeof text === 'string' ? /(?<!\$)\$\{[^}]*\}|(?<![{$])\{[^{}]*\}/.exec(text)?.[0] : undefined;
    if (script !== undefined && value !== undefined) return [pasted(value, [...path, script])];
    return document.flatMap((item, index) => scriptsWithValues(item, [...path, index]));
  }
  if (!isMapping(document)) return [];
  return Object.entries(document).flatMap(([key, item]) => scriptsWithValues(item, [...path, key]));
}

/** Where in a command line the text of a script is, even after `sudo`, `env`, `docker exec` and the like. */
function scriptPosition(argv: readonly unknown[]): number | undefined {
  const words = argv.map((word) => (typeof word === 'string' ? word : ''));
  for (const [index, word] of words.entries()) {
    const program = word.split('/').at(-1) ?? '';
    const interpreter = interpreters.find((each) => each.programs.test(program));
    const position = interpreter && scriptAfter(words, index, interpreter);
    if (position !== undefined) return position;
  }
  return undefined;
}

function scriptAfter(words: readonly string[], program: number, interpreter: Interpreter): number | undefined {
  for (let index = program + 1; index < words.length; index++) {
    const word = words[index] ?? '';
    if (interpreter.script.test(word)) return index + 1;
    // The first word that is not an option is a script's file; what follows it is the script's own business.
    if (!interpreter.option.test(word)) return undefined;
    if (withValue.test(word)) index++;
  }
  return undefined;
}

function pasted(value: string, path: Path): FoundMistake {
  const variable = value.startsWith('$');
  const known = /^\{(version|from|to|parts\.[a-z0-9-]+)\}$/.exec(value)?.[1];
  return {
    path,
    at: 'value',
    problem: `${value} would be pasted into the text of a script, where its value can run as a command.`,
    accepted: 'a script that takes values as arguments or from its environment.',
    fix: variable
      ? `write $${value}: the shell then reads the variable itself, which it inherits.`
      : known
        ? `write "$1" in the script and add two items after it: script, "${value}".`
        : 'write "$1" in the script and pass the value after it; for a brace of the script itself write {{ and }}.',
  };
}
