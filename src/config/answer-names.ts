import type { Path } from '../core/settings/place.ts';
import type { FoundMistake } from './mistake.ts';
import { isMapping, texts, valueAt } from './subject.ts';

/** `{answers.login.token}` without an earlier request "login": found when the file is read, not when the request is sent. */
export function unknownAnswers(document: unknown, path: Path = []): FoundMistake[] {
  if (Array.isArray(document)) return document.flatMap((item, index) => unknownAnswers(item, [...path, index]));
  if (!isMapping(document)) return [];
  if (typeof valueAt(document, ['path']) === 'string') return inRequest({ ...document }, path);
  return Object.entries(document).flatMap(([key, item]) => unknownAnswers(item, [...path, key]));
}

function inRequest(request: Readonly<Record<string, unknown>>, path: Path): FoundMistake[] {
  // Jobs have a request of their own, with its own earlier requests.
  const { before, jobs, ...own } = request;
  const earlier: readonly unknown[] = Array.isArray(before) ? before : [];
  const names = earlier.map((each) => String(valueAt(each, ['name']) ?? ''));
  const inBefore = earlier.flatMap((each, index) =>
    wrongNames(each, names.slice(0, index), [...path, 'before', index]),
  );
  return [...inBefore, ...wrongNames(own, names, path), ...unknownAnswers(jobs, [...path, 'jobs'])];
}

function wrongNames(value: unknown, names: readonly string[], path: Path): FoundMistake[] {
  return [...texts(value)].flatMap(({ text, path: inner }) =>
    [...text.matchAll(/\{answers\.([^{}.]*)[^{}]*\}|\$answers\.([A-Za-z]\w*)/g)].flatMap(
      ([place, inBraces, inExpression]): FoundMistake[] => {
        const name = inBraces ?? inExpression ?? '';
        if (names.includes(name)) return [];
        return [
          {
            path: [...path, ...inner],
            at: 'value',
            problem: `${place} is the answer of a request that is not made before this one.`,
            accepted:
              names.length === 0
                ? 'the name of a request in `before` of this request, which has none.'
                : `one of the requests made before: ${names.join(', ')}.`,
            fix: `add a request with \`name: ${name}\` to \`before\`, or correct the name.`,
          },
        ];
      },
    ),
  );
}
