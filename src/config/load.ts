import { withinCheckingTime } from '../core/settings/checking-time.ts';
import type { Path } from '../core/settings/place.ts';
import { unknownAnswers } from './answer-names.ts';
import { crossChecks, type ShippedProducts } from './cross-checks.ts';
import { explain } from './explain.ts';
import { literalSecrets } from './literal-secrets.ts';
import { ConfigurationError, type FoundMistake, type Mistake } from './mistake.ts';
import { missingForProduct, stagesChecks } from './product-needs.ts';
import { type Configuration, configuration } from './schema.ts';
import { parseSource } from './source.ts';
import { isMapping, type Written } from './subject.ts';
import { scriptsWithValues, variableSyntax } from './template-checks.ts';
import { toFillIn } from './to-fill-in.ts';

/** A configuration that was read and checked. Nothing in it is resolved or opened yet. */
export interface LoadedConfiguration {
  readonly kind: 'configuration';
  /** As it was named, for messages. */
  readonly file: string;
  readonly value: Configuration;
  /** The plain data as written, `${NAME}` unresolved and defaults not filled in: what a hop's digest is made over. */
  readonly document: Readonly<Record<string, unknown>>;
}

/**
 * Reads a configuration's text.
 * @param file its name, for messages: `.github/staged-upgrade.yml`
 * @param options.unfinished whether places that are still to be filled in are accepted: the workflows are made without them
 * @throws ConfigurationError, a UserError, with every mistake that can be seen without the outside world
 */
export function loadConfiguration(
  text: string,
  file: string,
  products: ShippedProducts,
  { unfinished = false }: { readonly unfinished?: boolean } = {},
): LoadedConfiguration {
  const parsed = parseSource(text);
  if (parsed.kind === 'mistakes') throw new ConfigurationError(file, parsed.mistakes);
  const { source } = parsed;
  const fail = (findings: readonly FoundMistake[]): never => {
    throw new ConfigurationError(file, findings.map(source.locate));
  };
  const document = source.data;
  if (!isMapping(document)) {
    const empty = document === null || document === undefined;
    return fail([
      {
        path: [],
        at: 'value',
        problem: empty ? 'The file is empty.' : 'The file is not a mapping of keys to values.',
        fix: 'run `staged-upgrade init` to write it, or start with `system:`.',
      },
    ]);
  }
  const checked = withinCheckingTime(() => checkedDocument(document, source.written, products, unfinished));
  if (checked.kind === 'too-slow') return fail([tooSlowTogether(document, checked.at)]);
  const { result, findings } = checked.value;
  if (findings.length > 0 || !result.success) return fail(findings);
  return { kind: 'configuration', file, value: result.data, document: { ...document } };
}

function checkedDocument(document: object, written: Written, products: ShippedProducts, unfinished: boolean) {
  // Read once: to make code for it first, as the library does, takes longer than what that saves.
  const result = configuration.safeParse(document, { jitless: true });
  const issues = [...(result.success ? [] : result.error.issues), ...missingForProduct(document, products)];
  const findings: readonly FoundMistake[] = [
    ...explain(configuration, document, [], issues, written),
    ...crossChecks(document, products),
    ...stagesChecks(document, products),
    ...literalSecrets(document),
    ...variableSyntax(document),
    ...unknownAnswers(document),
    ...scriptsWithValues(document),
    ...(unfinished ? [] : toFillIn(document)),
  ];
  return { result, findings };
}

function tooSlowTogether(document: unknown, expression: string): FoundMistake {
  return {
    path: placeOfText(document, expression) ?? [],
    at: 'value',
    problem: 'The regular expressions and JSONata up to here take too long to check already.',
    fix: 'write fewer or simpler ones: look first at groups that repeat, as in (a+b?)*, at several .* in one, and at long JSONata.',
  };
}

/** Where the first text stands that holds `wanted`. */
function placeOfText(value: unknown, wanted: string): Path | undefined {
  if (typeof value === 'string') return value.includes(wanted) ? [] : undefined;
  const inner: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isMapping(value)
      ? Object.entries(value)
      : [];
  for (const [key, each] of inner) {
    const place = placeOfText(each, wanted);
    if (place !== undefined) return [key, ...place];
  }
  return undefined;
}

/** The places of a configuration that are still to be filled in. */
export function unfinishedPlaces(text: string): readonly Mistake[] {
  const parsed = parseSource(text);
  return parsed.kind === 'mistakes' ? [] : toFillIn(parsed.source.data).map(parsed.source.locate);
}
