import { z } from 'zod';
import { nearest } from '../core/messages/nearest.ts';
import { type Path, pathText } from '../core/settings/place.ts';
import { quoted, shown } from '../world/secrets/shown.ts';
import { accepted } from './accepted.ts';
import { closest, explainChoice } from './explain-choice.ts';
import { fixFor } from './fix.ts';
import { formerDatabase } from './former-database.ts';
import type { FoundMistake } from './mistake.ts';
import { descriptionOf, isOneKind, optionsOf, schemaAt, shapeOf } from './schema-shape.ts';
import { hasAt, isMapping, type Subject, valueAt, type Written } from './subject.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** Turns the schema's complaints about a value into findings that a person can act on. */
export function explain(
  schema: Schema,
  value: unknown,
  path: Path,
  issues: readonly Issue[],
  written: Written,
): FoundMistake[] {
  const subjectAt = (inner: Path): Subject => ({
    schema: schemaAt(schema, inner),
    value: valueAt(value, inner),
    path: [...path, ...inner],
    given: hasAt(value, inner),
    written,
  });
  const findings = issues
    .filter((issue) => !followsUnknownKey(issue, issues))
    .flatMap((issue): FoundMistake[] => {
      const inner = issue.path.filter((part) => typeof part !== 'symbol');
      const subject = subjectAt(inner);
      const parent = subjectAt(inner.slice(0, -1));
      if (!subject.given && inner.length > 0 && !(parent.schema && isOneKind(parent.schema))) return [missing(subject)];
      if (issue.code === 'invalid_union') return explainChoice(subject, against);
      // For the schema, a part with only one kind is not a choice; for a person it is.
      if (subject.given && subject.schema && isOneKind(subject.schema)) return explainChoice(subject, against);
      if (!subject.given && inner.length > 0 && parent.schema && isOneKind(parent.schema))
        return explainChoice(parent, against);
      return explainIssue(issue, subject);
    });
  return withoutFollowing(findings);
}

/** A rule about a whole mapping adds nothing if one of its keys is unknown. */
function followsUnknownKey(issue: Issue, issues: readonly Issue[]): boolean {
  const place = issue.path.join('.');
  return (
    issue.code === 'custom' &&
    issues.some((other) => other.code === 'unrecognized_keys' && other.path.join('.') === place)
  );
}

function against(form: Schema, subject: Subject): FoundMistake[] {
  const result = z.safeParse(form, subject.value);
  return result.success ? [] : explain(form, subject.value, subject.path, result.error.issues, subject.written);
}

function explainIssue(issue: Issue, subject: Subject): FoundMistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, subject));
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      return [wrongValue(subject)];
    case 'invalid_key': {
      const name = String(subject.path.at(-1) ?? '');
      const form = issue.issues.map((each) => each.message).join('; ');
      return [
        {
          path: subject.path,
          at: 'key',
          problem: `${quoted(name)} is not allowed as a name here.`,
          accepted: `${form}.`,
          fix: 'rename it.',
        },
      ];
    }
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, subject)];
    default:
      return [{ ...wrongValue(subject), accepted: `${acceptedFor(subject, issue.message)}.` }];
  }
}

function unknownKey(key: string, subject: Subject): FoundMistake {
  const former = formerDatabase(subject.value, [...subject.path, key]);
  if (former !== undefined) return former;
  const objects = subject.schema ? optionsOf(subject.schema).filter((option) => shapeOf(option) !== undefined) : [];
  const [form] = isMapping(subject.value) ? closest(objects, subject.value) : objects;
  const known = Object.keys((form && shapeOf(form)) ?? {});
  const near = nearest(key, known);
  const meant = near !== undefined && !hasAt(subject.value, [near]) ? near : undefined;
  return {
    path: [...subject.path, key],
    at: 'key',
    problem: key === '<<' ? 'Merge keys (`<<`) are not supported.' : `Unknown key ${quoted(key)}.`,
    ...(known.length === 0 ? {} : { accepted: `${known.join(', ')}.` }),
    fix: key === '<<' ? 'write the keys out.' : meant ? `did you mean "${meant}"?` : 'correct or remove it.',
    ...(meant === undefined ? {} : { meant }),
  };
}

function missing(subject: Subject): FoundMistake {
  const key = subject.path.at(-1);
  const description = subject.schema && descriptionOf(subject.schema);
  const what = typeof key === 'number' ? `Item ${key + 1} is missing.` : `The key ${quoted(String(key))} is missing.`;
  const only = subject.schema && optionsOf(subject.schema).length === 1 ? [...(subject.schema._zod.values ?? [])] : [];
  const line = `${key}:${only.length === 1 ? ` ${String(only[0])}` : ''}`;
  const parent = pathText(subject.path.slice(0, -1));
  return {
    path: subject.path,
    at: 'value',
    problem: description ? `${what} ${description}` : what,
    accepted: `${acceptedFor(subject)}.`,
    fix: typeof key === 'number' ? `add it to ${parent}.` : `add \`${line}\`${parent === '' ? '' : ` to ${parent}`}.`,
  };
}

function wrongValue(subject: Subject): FoundMistake {
  return {
    path: subject.path,
    at: 'value',
    problem: `This is ${shown(subject.value, subject.path)}.`,
    accepted: `${acceptedFor(subject)}.`,
    fix: fixFor(subject),
  };
}

function wrongSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, subject: Subject): FoundMistake {
  const isText = typeof subject.value === 'string';
  const isEmpty = subject.value === '' || (Array.isArray(subject.value) && subject.value.length === 0);
  const unit = isText ? ' characters' : Array.isArray(subject.value) ? ' items' : '';
  const limit = issue.code === 'too_small' ? `at least ${issue.minimum}${unit}` : `at most ${issue.maximum}${unit}`;
  return {
    ...wrongValue(subject),
    problem: isEmpty ? 'This is empty.' : `This is ${shown(subject.value, subject.path)}.`,
    accepted: isEmpty ? `${acceptedFor(subject)}.` : `${acceptedFor(subject)}, ${limit}.`,
    fix: isEmpty ? 'give it a value.' : `write ${limit}.`,
  };
}

function acceptedFor(subject: Subject, message?: string): string {
  const form = subject.schema && accepted(subject.schema);
  const own = message !== undefined && !message.startsWith('Invalid');
  return own ? message : (form ?? 'something else');
}

/** Reports each thing once: a key that is only missing because it was misspelt is one mistake. */
function withoutFollowing(findings: readonly FoundMistake[]): FoundMistake[] {
  const place = (finding: FoundMistake): string => JSON.stringify([finding.path, finding.problem]);
  const once = [...new Map(findings.toReversed().map((finding) => [place(finding), finding])).values()].toReversed();
  const meant = new Set(
    once.flatMap((finding) =>
      finding.meant === undefined ? [] : [JSON.stringify([...finding.path.slice(0, -1), finding.meant])],
    ),
  );
  return once.filter((finding) => finding.at === 'key' || !meant.has(JSON.stringify(finding.path)));
}
