import { nearest } from '../core/messages/nearest.ts';
import { environmentNames } from '../core/model/hop.ts';
import { parseDuration } from '../core/settings/duration-text.ts';
import type { Path } from '../core/settings/place.ts';
import type { ProductDefinition } from '../products/definition.ts';
import { quoted, shown } from '../world/secrets/shown.ts';
import { dataChecks } from './data-checks.ts';
import { deployPlacesApart } from './deploy-places.ts';
import { deployVariableMistakes } from './deploy-variables.ts';
import type { FoundMistake } from './mistake.ts';
import { defaultBudget, defaultJobLimit } from './schema.ts';
import { isMapping, valueAt } from './subject.ts';

/** The products that are shipped. */
export interface ShippedProducts {
  readonly names: readonly string[];
  find(name: string): ProductDefinition | undefined;
}

/**
 * Requirements of a configuration beyond the form of its parts. They are checked on the plain data, so that they can be
 * reported together with mistakes of form; a part of the wrong form is reported elsewhere, and not here.
 * @param document `${NAME}` unresolved: templates are compared as written
 */
export function crossChecks(document: unknown, products: ShippedProducts): FoundMistake[] {
  return [
    ...product(document, products),
    ...addressesApart(document),
    ...deployPlacesApart(document),
    ...deployVariableMistakes(document, products),
    ...dataChecks(document),
    ...urls(document),
    ...validation(document),
    ...gateScope(document),
    ...neededWindow(document, products),
  ];
}

function product(document: unknown, products: ShippedProducts): FoundMistake[] {
  const chosen = valueAt(document, ['product']);
  const extended = valueAt(chosen, ['extends']);
  const name = isMapping(chosen) ? extended : chosen;
  const own = (key: string): unknown => (isMapping(chosen) ? valueAt(chosen, [key]) : undefined);
  if (isMapping(chosen) && extended === undefined)
    return access(document, String(own('title') ?? 'The product'), own('access'));
  if (typeof name !== 'string' || name === '') return [];
  const definition = products.find(name);
  if (definition) {
    return access(document, String(own('title') ?? definition.title), own('access') ?? definition.access);
  }
  const near = nearest(name, products.names);
  return [
    {
      path: isMapping(chosen) ? ['product', 'extends'] : ['product'],
      at: 'value',
      problem: `There is no product ${quoted(name)}.`,
      accepted: `${products.names.join(', ')}, or your own definition instead of the name.`,
      fix: near ? `did you mean "${near}"?` : 'write one of these names, or write the product out.',
    },
  ];
}

/** @param asked the product's `access`: a description for each name */
function access(document: unknown, title: string, asked: unknown): FoundMistake[] {
  const names = keysOf(asked);
  return environmentNames.flatMap((environment) => {
    const settings = valueAt(document, ['environments', environment]);
    if (!isMapping(settings) || 'waive' in settings) return [];
    const given = keysOf(valueAt(settings, ['access']));
    return names
      .filter((name) => !given.includes(name))
      .map((name): FoundMistake => {
        const near = nearest(
          name,
          given.filter((each) => !names.includes(each)),
        );
        const variable = `${environment}_${name}`.toUpperCase().replace(/\W+/g, '_');
        const description = valueAt(asked, [name, 'description']);
        return {
          path: ['environments', environment, 'access', ...(near ? [near] : [])],
          at: 'key',
          problem: `${title} needs the credential ${quoted(name)}${typeof description === 'string' ? `: ${description}` : '.'}`,
          fix: near
            ? `did you mean "${name}" where you wrote "${near}"?`
            : `add \`${name}: "\${${variable}}"\` to environments.${environment}.access.`,
        };
      });
  });
}

function keysOf(value: unknown): string[] {
  return isMapping(value) ? Object.keys(value) : [];
}

/** Two environments at one address are one: staging is overwritten, so production would be. */
function addressesApart(document: unknown): FoundMistake[] {
  const path: Path = ['environments', 'staging', 'url'];
  const staging = valueAt(document, path);
  if (staging === undefined || staging !== valueAt(document, ['environments', 'production', 'url'])) return [];
  return [
    {
      path,
      at: 'value',
      problem: 'Staging has the same `url` as production; what staging has is overwritten.',
      accepted: 'a different address from that of environments.production.',
      fix: 'give staging its own `url`; where it uses a variable, a different one from production.',
    },
  ];
}

function urls(document: unknown): FoundMistake[] {
  return environmentNames.flatMap((environment): FoundMistake[] => {
    const path: Path = ['environments', environment, 'url'];
    const url = valueAt(document, path);
    if (typeof url !== 'string' || url === '') return [];
    const base = { path, at: 'value', accepted: 'a URL such as https://example.com.' } as const;
    if (url.endsWith('/')) {
      return [{ ...base, problem: 'This URL ends with a slash; paths are appended to it.', fix: 'remove the slash.' }];
    }
    if (url.includes('${') || /^https?:\/\/[^/\s]/i.test(url)) return [];
    const problem = `This is ${shown(url, path)}, which has no http:// or https://.`;
    return [{ ...base, problem, fix: 'write the whole address.' }];
  });
}

/** One approval for a path is given by the reviewers of an environment: nothing else can be read by all jobs of a run. */
function gateScope(document: unknown): FoundMistake[] {
  if (valueAt(document, ['gates', 'scope']) !== 'path') return [];
  const accepted = { production: ['environment'], finalize: ['environment', 'none'] } as const;
  return (['production', 'finalize'] as const).flatMap((gate): FoundMistake[] => {
    const setting = valueAt(document, ['gates', gate]) ?? 'environment';
    if (typeof setting !== 'string' || accepted[gate].some((each) => each === setting)) return [];
    return [
      {
        path: ['gates', gate],
        at: 'value',
        problem: `One approval for the whole path ("scope: path") is given by reviewers, but this gate is ${quoted(setting)}.`,
        accepted: accepted[gate].map(quoted).join(' or '),
        fix: 'write "environment", or leave out "scope", so that each hop is approved separately.',
      },
    ];
  });
}

/** Windows that never close are no windows. */
function neededWindow(document: unknown, products: ShippedProducts): FoundMistake[] {
  const product = valueAt(document, ['product']);
  const name = isMapping(product) ? valueAt(product, ['extends']) : product;
  const shipped = typeof name === 'string' ? products.find(name) : undefined;
  const written = valueAt(product, ['needs-window']);
  const reason =
    isMapping(product) && written !== undefined ? valueAt(written, ['reason']) : shipped?.['needs-window']?.reason;
  const windows = valueAt(document, ['windows']);
  if (typeof reason !== 'string' || (isMapping(windows) && ('open' in windows || 'waive' in windows))) return [];
  return [
    {
      path: windows === undefined ? ['product'] : ['windows'],
      at: 'key',
      problem: `This product is upgraded in a maintenance window only, and ${windows === undefined ? 'there are no `windows`' : 'these `windows` never close'}. ${reason}`,
      accepted: '`windows` with `open`; or, in writing, that they are waived.',
      fix: 'add `windows: { time-zone: Europe/Zurich, open: [{ days: [sat], from: "22:00", to: "04:00" }] }` with your own times, or `windows: { waive: "the reason" }`.',
    },
  ];
}

/** A validation is one step, which must end within the time limit of a step. */
function validation(document: unknown): FoundMistake[] {
  const total = durationAt(document, ['validate', 'for']);
  const every = durationAt(document, ['validate', 'every']);
  const budget = durationAt(document, ['budget']) ?? durationOf(defaultBudget);
  if (total === undefined) return [];
  const findings: FoundMistake[] = [];
  if (budget !== undefined && total.milliseconds > budget.milliseconds) {
    findings.push({
      path: ['validate', 'for'],
      at: 'value',
      problem: `The smoke tests would run for ${total.text}, but one step may take only ${budget.text} ("budget").`,
      accepted: `a duration of at most ${budget.text}.`,
      fix: `write ${budget.text} or less, or make "budget" longer.`,
    });
  }
  const job = durationAt(document, ['job-limit']) ?? durationOf(defaultJobLimit);
  if (findings.length === 0 && job !== undefined && total.milliseconds > job.milliseconds / 2) {
    findings.push({
      path: ['validate', 'for'],
      at: 'value',
      problem: `The smoke tests would run for ${total.text}, but a job, which also backs up and deploys, may run for only ${job.text} ("job-limit").`,
      accepted: `a duration of at most half of ${job.text}.`,
      fix: 'write a shorter one, or make "job-limit" longer if your own runners allow it.',
    });
  }
  if (every !== undefined && every.milliseconds > total.milliseconds) {
    findings.push({
      path: ['validate', 'every'],
      at: 'value',
      problem: `This is ${every.text}, but the smoke tests run for only ${total.text}: they would hardly be repeated.`,
      accepted: `a duration of at most ${total.text}.`,
      fix: 'write how long to pause between two rounds, such as 30s.',
    });
  }
  return findings;
}

interface WrittenDuration {
  readonly text: string;
  readonly milliseconds: number;
}

function durationAt(document: unknown, path: Path): WrittenDuration | undefined {
  const text = valueAt(document, path);
  return typeof text === 'string' ? durationOf(text) : undefined;
}

function durationOf(text: string): WrittenDuration | undefined {
  const milliseconds = parseDuration(text);
  return milliseconds === undefined ? undefined : { text, milliseconds };
}
