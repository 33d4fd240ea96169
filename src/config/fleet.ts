import { canonicalJson } from '../core/model/digest.ts';
import type { Path } from '../core/settings/place.ts';
import { quoted } from '../world/secrets/shown.ts';
import { substituted } from '../world/variables.ts';
import type { MemberSettings } from './fleet-settings.ts';
import type { FoundMistake } from './mistake.ts';
import { hasAt, isMapping, valueAt } from './subject.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** Whether a configuration is for several installations. */
export function isOfFleet(document: Mapping): boolean {
  return Object.hasOwn(document, 'systems');
}

export function systemNames(document: Mapping): readonly string[] {
  const { systems } = document;
  return isMapping(systems) ? Object.keys(systems) : [];
}

/** Keys whose mappings are merged, name by name; every other key of a system replaces the shared one. */
const together: readonly string[] = ['access', 'facts', 'parts'];

/**
 * The configuration of one system as if it had been written for it alone. The hop's digest is made from it, so that a change
 * of one system does not affect the approvals of the others.
 */
export function documentOf(document: Mapping, system: string): Mapping {
  const { systems, rings: _rings, ...shared } = document;
  const own = mappingAt(systems, [system]);
  const merged = { system, ...shared };
  return mappingOf(substituted(withOwn(merged, own), variablesOf(own)));
}

function withOwn(shared: Mapping, own: Mapping): Mapping {
  const { ring: _ring, variables: _variables, environments, acknowledge, ...rest } = own;
  const replaced = merged(shared, rest);
  const acknowledged = [shared.acknowledge, acknowledge].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return {
    ...replaced,
    ...(acknowledge === undefined ? {} : { acknowledge: acknowledged }),
    ...(isMapping(environments) ? { environments: withEnvironments(shared.environments, environments) } : {}),
  };
}

function withEnvironments(shared: unknown, own: object): Mapping {
  const changed = Object.entries(own).map(([name, keys]) => [
    name,
    merged(mappingAt(shared, [name]), isMapping(keys) ? mappingOf(keys) : {}),
  ]);
  return { ...mappingAt(shared, []), ...Object.fromEntries(changed) };
}

function merged(shared: Mapping, own: Mapping): Mapping {
  const entries = Object.entries(own).map(([key, value]) => {
    const before = shared[key];
    const both = together.includes(key) && isMapping(before) && isMapping(value);
    return [key, both ? { ...before, ...value } : value];
  });
  return { ...shared, ...Object.fromEntries(entries) };
}

function variablesOf({ variables }: Mapping): Readonly<Record<string, string>> {
  const named = isMapping(variables) ? Object.entries(variables) : [];
  return Object.fromEntries(named.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
}

function mappingAt(value: unknown, path: Path): Mapping {
  const found = valueAt(value, path);
  return isMapping(found) ? mappingOf(found) : {};
}

function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Where in the file a part of a system's configuration is written: with the system itself, or in the shared part. */
export function writtenPlace(document: Mapping, system: string, path: Path): Path {
  const ofSystem: Path = ['systems', system];
  if (path[0] === 'system') return ofSystem;
  const own = [...ofSystem, ...path];
  return reached(document, own) - ofSystem.length > reached(document, path) || hasAt(document, own) ? own : path;
}

/** How many steps of a path there are. */
function reached(document: Mapping, path: Path): number {
  const missing = path.findIndex((_, index) => !hasAt(document, path.slice(0, index + 1)));
  return missing === -1 ? path.length : missing;
}

/** What is wrong with the systems and rings themselves, and between two systems. */
export function fleetChecks(
  document: Mapping,
  rings: readonly { readonly name: string }[] | undefined,
  systems: Readonly<Record<string, MemberSettings>>,
): FoundMistake[] {
  return [
    ...(Object.hasOwn(document, 'system') ? [bothKinds] : []),
    ...ringChecks(rings, systems),
    ...dataApart(document),
    ...alike(document),
  ];
}

const bothKinds: FoundMistake = {
  path: ['system'],
  at: 'key',
  problem: 'There is a `system` beside `systems`.',
  fix: 'leave out `system`: each of `systems` has its name.',
};

function ringChecks(
  rings: readonly { readonly name: string }[] | undefined,
  systems: Readonly<Record<string, MemberSettings>>,
): FoundMistake[] {
  const names = (rings ?? []).map(({ name }) => name);
  const twice = names.flatMap((name, index): FoundMistake[] =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: ['rings', index, 'name'],
            at: 'value',
            problem: `There are two rings ${quoted(name)}.`,
            fix: 'give each its own name.',
          },
        ],
  );
  const of = Object.entries(systems).flatMap(([system, { ring }]): FoundMistake[] => {
    if (ring === undefined && names.length === 0) return [];
    if (ring !== undefined && names.includes(ring)) return [];
    const path = ring === undefined ? ['systems', system] : ['systems', system, 'ring'];
    return [
      {
        path,
        at: 'value',
        problem:
          ring === undefined ? `The system ${quoted(system)} is in no ring.` : `There is no ring ${quoted(ring)}.`,
        ...(names.length === 0 ? {} : { accepted: names.join(', ') }),
        fix: names.length === 0 ? 'write `rings:` with its name, or leave out `ring`.' : 'name one of `rings`.',
      },
    ];
  });
  const empty = names.flatMap((name, index): FoundMistake[] =>
    Object.values(systems).some(({ ring }) => ring === name)
      ? []
      : [
          {
            path: ['rings', index],
            at: 'value',
            problem: `No system is in the ring ${quoted(name)}.`,
            fix: 'leave it out, or put a system into it.',
          },
        ],
  );
  return [...twice, ...of, ...empty];
}

/** Stores that are written alike are the same data wherever they are written: a rehearsal of one system would empty another's. */
function dataApart(document: Mapping): FoundMistake[] {
  const seen = new Map<string, string>();
  return systemNames(document).flatMap((system) => {
    const own = documentOf(document, system);
    return ['production', 'staging'].flatMap((environment): FoundMistake[] => {
      const data = valueAt(own, ['environments', environment, 'data']);
      const key = canonicalJson(data ?? null);
      if (data === undefined || key.includes('${')) return [];
      const before = seen.get(key);
      seen.set(key, `${environment} of ${system}`);
      if (before === undefined || before.endsWith(` of ${system}`)) return [];
      return [
        {
          path: ['systems', system],
          at: 'key',
          problem: `The data of ${environment} of ${system} is that of ${before}.`,
          fix: 'give each system its own data, with a `${NAME}` in the shared part and `variables` here.',
        },
      ];
    });
  });
}

/** The jobs of the workflows are the same for all systems, and so are the logins and programs that they need. */
function alike(document: Mapping): FoundMistake[] {
  const [first, ...others] = systemNames(document);
  if (first === undefined) return [];
  const wanted = kindsOf(documentOf(document, first));
  return others.flatMap((system) =>
    kindsOf(documentOf(document, system)).flatMap(({ environment, key, kinds }, index): FoundMistake[] => {
      const usual = wanted[index]?.kinds ?? '';
      if (kinds === usual) return [];
      return [
        {
          path: ['systems', system, 'environments', environment, key],
          at: 'key',
          problem: `${key} of ${environment} is ${quoted(kinds)} in ${system} and ${quoted(usual)} in ${first}.`,
          fix: 'use the same kinds in all systems, or write a separate configuration for this one.',
        },
      ];
    }),
  );
}

function kindsOf(document: Mapping): { readonly environment: string; readonly key: string; readonly kinds: string }[] {
  return ['production', 'staging'].flatMap((environment) =>
    ['data', 'deploy'].map((key) => {
      const value = valueAt(document, ['environments', environment, key]);
      const each = [value].flat().map((part: unknown) => (isMapping(part) ? (Object.keys(part)[0] ?? '') : ''));
      return { environment, key, kinds: each.join(', ') };
    }),
  );
}
