import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import { withinCheckingTime } from '../core/settings/checking-time.ts';
import type { Path } from '../core/settings/place.ts';
import { unknownAnswers } from './answer-names.ts';
import { crossChecks, type ShippedProducts } from './cross-checks.ts';
import { explain } from './explain.ts';
import { documentOf, fleetChecks, isOfFleet, writtenPlace } from './fleet.ts';
import { type FleetSettings, fleetSettings } from './fleet-settings.ts';
import { literalSecrets } from './literal-secrets.ts';
import { ConfigurationError, type FoundMistake, type Mistake } from './mistake.ts';
import { nullCharacters } from './null-characters.ts';
import { unknownPlaceholders } from './placeholder-checks.ts';
import { missingForProduct, stagesChecks } from './product-needs.ts';
import { type Configuration, configuration } from './schema.ts';
import { parseSource, type WrittenSource } from './source.ts';
import { isMapping, valueAt, type Written } from './subject.ts';
import { scriptsWithValues, variableSyntax } from './template-checks.ts';
import { toFillIn } from './to-fill-in.ts';

/** A configuration that was read and checked. Nothing in it is resolved or opened yet. */
export interface LoadedConfiguration {
  readonly kind: 'configuration';
  /** As it was named, for messages. */
  readonly file: string;
  readonly value: Configuration;
  /** The plain data as written, `${NAME}` unresolved and defaults not filled in: what a hop's digest is made from. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The ring that it is in, if it is one of several systems. */
  readonly fleet?: { readonly ring: string };
}

/** Rings follow each other in order. `hold` in milliseconds. */
export interface RingSettings {
  readonly name: string;
  readonly hold: number;
}

export interface LoadOptions {
  /** Whether places that are still to be filled in are accepted: the workflows can be made without them. */
  readonly unfinished?: boolean;
  /** Which of several systems is meant; the system of a single configuration may be named as well. */
  readonly system?: string | undefined;
}

/**
 * Reads the text of one system's configuration.
 * @param file its name, for messages: `.github/staged-upgrade.yml`
 * @throws ConfigurationError, a UserError, with every mistake that can be seen without the outside world
 */
export function loadConfiguration(
  text: string,
  file: string,
  products: ShippedProducts,
  options: LoadOptions = {},
): LoadedConfiguration {
  const read = readDocument(text, file);
  const reader = { file, source: read.source, products, unfinished: options.unfinished === true };
  if (!isOfFleet(read.document)) {
    refuseOther(file, valueAt(read.document, ['system']), options.system);
    return checked(read.document, (path) => path, reader);
  }
  const { rings, systems } = checkedFleet(read.document, reader);
  const system = chosenSystem(file, Object.keys(systems), options.system);
  return ofSystem(read.document, system, systems[system]?.ring ?? rings[0]?.name ?? wholeFleet, reader);
}

/** A configuration of several installations, each as if it had been written for it alone. */
export interface LoadedFleet {
  readonly file: string;
  readonly rings: readonly RingSettings[];
  readonly systems: readonly LoadedConfiguration[];
}

/**
 * Reads the configuration of several systems.
 * @returns undefined for a single system's configuration
 * @throws ConfigurationError with every mistake of every system; a mistake in the shared part is reported once
 */
export function loadFleet(
  text: string,
  file: string,
  products: ShippedProducts,
  { unfinished = false }: Pick<LoadOptions, 'unfinished'> = {},
): LoadedFleet | undefined {
  const { source, document } = readDocument(text, file);
  if (!isOfFleet(document)) return undefined;
  const reader = { file, source, products: readOnce(products), unfinished };
  const { rings, systems } = checkedFleet(document, reader);
  const mistakes = new Map<string, Mistake>();
  let faulty = 0;
  const loaded = Object.entries(systems).flatMap(([system, { ring }]) => {
    // Repeating it for hundreds of systems helps nobody, and each may have taken its time.
    if (faulty === maxFaulty) return [];
    try {
      return [ofSystem(document, system, ring ?? rings[0]?.name ?? wholeFleet, reader)];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      faulty++;
      for (const mistake of error.mistakes)
        mistakes.set(`${mistake.line}:${mistake.column}:${mistake.problem}`, mistake);
      return [];
    }
  });
  if (mistakes.size > 0) throw new ConfigurationError(file, [...mistakes.values()]);
  return { file, rings, systems: loaded };
}

/** How many systems with mistakes are reported at once. */
const maxFaulty = 20;

/** All systems have the same product: its definition is read once, not for each of them. */
function readOnce({ names, find }: ShippedProducts): ShippedProducts {
  const found = new Map<string, ReturnType<ShippedProducts['find']>>();
  return {
    names,
    find: (name) => {
      if (!found.has(name)) found.set(name, find(name));
      return found.get(name);
    },
  };
}

/** The name of the ring of all systems if there are no rings. */
const wholeFleet = 'all';

interface Reader {
  readonly file: string;
  readonly source: WrittenSource;
  readonly products: ShippedProducts;
  readonly unfinished: boolean;
}

type PlaceOf = (path: Path) => Path;

function readDocument(
  text: string,
  file: string,
): { readonly source: WrittenSource; readonly document: Readonly<Record<string, unknown>> } {
  const parsed = parseSource(text);
  if (parsed.kind === 'mistakes') throw new ConfigurationError(file, parsed.mistakes);
  const { source } = parsed;
  const { data } = source;
  if (isMapping(data)) return { source, document: { ...data } };
  const empty = data === null || data === undefined;
  const finding: FoundMistake = {
    path: [],
    at: 'value',
    problem: empty ? 'The file is empty.' : 'The file is not a mapping of keys to values.',
    fix: 'run `staged-upgrade init` to write it, or start with `system:`.',
  };
  throw new ConfigurationError(file, [source.locate(finding)]);
}

function checkedFleet(
  document: Readonly<Record<string, unknown>>,
  { file, source }: Reader,
): { readonly rings: readonly RingSettings[]; readonly systems: FleetSettings['systems'] } {
  const own = { systems: document.systems, ...('rings' in document ? { rings: document.rings } : {}) };
  const result = fleetSettings.safeParse(own);
  const findings = result.success
    ? fleetChecks(document, result.data.rings, result.data.systems)
    : explain(fleetSettings, own, [], result.error.issues, source.written);
  if (!result.success || findings.length > 0) throw new ConfigurationError(file, findings.map(source.locate));
  const { rings = [{ name: wholeFleet }], systems } = result.data;
  return { rings: rings.map(({ name, hold = 0 }) => ({ name, hold })), systems };
}

function ofSystem(
  document: Readonly<Record<string, unknown>>,
  system: string,
  ring: string,
  reader: Reader,
): LoadedConfiguration {
  const loaded = checked(documentOf(document, system), (path) => writtenPlace(document, system, path), reader);
  return { ...loaded, fleet: { ring } };
}

function checked(
  document: Readonly<Record<string, unknown>>,
  placeOf: PlaceOf,
  { file, source, products, unfinished }: Reader,
): LoadedConfiguration {
  const fail = (findings: readonly FoundMistake[]): never => {
    throw new ConfigurationError(
      file,
      findings.map((finding) => source.locate({ ...finding, path: placeOf(finding.path) })),
    );
  };
  const written: Written = (path) => source.written(placeOf(path));
  const looked = withinCheckingTime(() => checkedDocument(document, written, products, unfinished));
  if (looked.kind === 'too-slow') return fail([tooSlowTogether(document, looked.at)]);
  const { result, findings } = looked.value;
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
    ...nullCharacters(document),
    ...variableSyntax(document),
    ...unknownAnswers(document),
    ...placeholdersIn(document),
    ...(unfinished ? [] : toFillIn(document)),
  ];
  return { result, findings };
}

/** A value that would be pasted into a script is one mistake, whether or not it would be filled in. */
function placeholdersIn(document: unknown): FoundMistake[] {
  const pasted = scriptsWithValues(document);
  const scripts = new Set(pasted.map(({ path }) => JSON.stringify(path)));
  const unknown = unknownPlaceholders(document);
  return [...pasted, ...unknown.filter(({ path }) => !scripts.has(JSON.stringify(path)))];
}

function tooSlowTogether(document: unknown, expression: string): FoundMistake {
  return {
    path: placeOfText(document, expression) ?? [],
    at: 'value',
    problem: 'The regular expressions and JSONata up to here take too long to check already.',
    fix: 'write fewer or simpler ones: look first at groups that repeat, as in (a+b?)*, at several .* in one, and at long JSONata.',
  };
}

/** Where the first text is that contains `wanted`. */
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

function chosenSystem(file: string, names: readonly string[], given: string | undefined): string {
  if (given !== undefined && names.includes(given)) return given;
  const listed =
    names.length <= maxListed
      ? names.join(', ')
      : `${names.slice(0, maxListed).join(', ')} and ${names.length - maxListed} more`;
  if (given === undefined) {
    throw new UserError({
      happened: `${file} is the configuration of ${names.length === 1 ? 'a fleet of one system' : `${names.length} systems`}, and none of them is named.`,
      means: 'It is not known which one is meant. Nothing was done.',
      next: `Name one with --system (in a workflow, the input system): ${listed}. For all of them: staged-upgrade fleet.`,
    });
  }
  const meant = nearest(given, names);
  throw new UserError({
    happened: `There is no system "${given}" in ${file}.`,
    means: 'Nothing was done.',
    next: `${meant === undefined ? '' : `Did you mean "${meant}"? `}There are: ${listed}.`,
  });
}

const maxListed = 20;

function refuseOther(file: string, system: unknown, given: string | undefined): void {
  if (given === undefined || given === '' || given === system || typeof system !== 'string') return;
  throw new UserError({
    happened: `The system "${given}" is named, but ${file} is the configuration of only "${system}".`,
    means: 'One of the two is wrong. Nothing was done.',
    next: 'Leave the name out, or name the configuration that has it with --config.',
  });
}

/** The places of a configuration that are still to be filled in. */
export function unfinishedPlaces(text: string): readonly Mistake[] {
  const parsed = parseSource(text);
  return parsed.kind === 'mistakes' ? [] : toFillIn(parsed.source.data).map(parsed.source.locate);
}
