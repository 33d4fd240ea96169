import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { allCommands } from '../src/entries/commands.ts';

/** The folders from the bottom up: each may import those before it. */
const rooms = [
  'core',
  'world',
  'journal',
  'drivers',
  'products',
  'config',
  'report',
  'steps',
  'init',
  'planning',
  'climbing',
  'commands',
  'entries',
];

/** Decisions compute; they neither wait nor read nor write. */
const pureLibraries = [
  '@renovatebot/pep440',
  'node:async_hooks',
  'node:crypto',
  'node:vm',
  'semver',
  'temporal-polyfill',
  'zod',
];

const source = resolve(import.meta.dirname, '../src');
const files = globSync('**/*.ts', { cwd: source });

interface Import {
  readonly from: string;
  /** A file of the sources, or the name of a package. */
  readonly to: string;
  readonly isOurs: boolean;
}

const imports = files.flatMap((from): Import[] => {
  const text = readFileSync(join(source, from), 'utf8');
  const named = text.matchAll(/(?:\bfrom |\bimport\(|^import )'(?<name>[^']+)'/gm);
  return [...named].map(({ groups }) => {
    const name = groups?.name ?? '';
    if (!name.startsWith('.')) return { from, to: name, isOurs: false };
    return { from, to: relative(source, resolve(source, dirname(from), name)), isOurs: true };
  });
});
const ours = imports.filter(({ isOurs, to }) => isOurs && to.endsWith('.ts'));

function described({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

test('every source file is in a room', () => {
  const outside = files.filter((file) => !rooms.includes(roomOf(file)));
  assert.deepEqual(outside.toSorted(), ['action.ts', 'cli.ts']);
  assert.deepEqual(
    rooms.filter((room) => !files.some((file) => roomOf(file) === room)),
    [],
  );
});

test('imports lead downward, types included', () => {
  const upward = ours.filter(({ from, to }) => rooms.indexOf(roomOf(from)) < rooms.indexOf(roomOf(to)));
  const fromRooms = upward.filter(({ from }) => rooms.includes(roomOf(from)));
  assert.deepEqual(fromRooms.map(described), []);
});

test('no folder is in a cycle of imports, types included', () => {
  const reached = new Map<string, Set<string>>();
  for (const { from, to } of ours) {
    if (dirname(from) === dirname(to)) continue;
    const known = reached.get(dirname(from)) ?? new Set();
    reached.set(dirname(from), known.add(dirname(to)));
  }
  const cycles: string[] = [];
  const open: string[] = [];
  const done = new Set<string>();
  const visit = (folder: string): void => {
    const at = open.indexOf(folder);
    if (at !== -1) cycles.push([...open.slice(at), folder].join(' → '));
    if (at !== -1 || done.has(folder)) return;
    open.push(folder);
    for (const next of reached.get(folder) ?? []) visit(next);
    open.pop();
    done.add(folder);
  };
  for (const folder of reached.keys()) visit(folder);
  assert.deepEqual(cycles, []);
});

test('the core imports itself and pure libraries, nothing else', () => {
  const foreign = imports.filter(
    ({ from, to, isOurs }) =>
      roomOf(from) === 'core' &&
      (isOurs
        ? roomOf(to) !== 'core'
        : !pureLibraries.some((library) => to === library || to.startsWith(`${library}/`))),
  );
  assert.deepEqual(foreign.map(described), []);
});

/** The folders whose folders are kinds: what is driven, and where the journal is kept. */
const families = [...new Set(files.filter((file) => /^drivers\/[^/]+\//.test(file)).map(familyOf)), 'journal/stores'];

function familyOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** `<family>/<kind>`; undefined for what is beside the folders, which is the family's. */
function kindOf(file: string): string | undefined {
  const [, , kind, ...rest] = file.split('/');
  return families.includes(familyOf(file)) && rest.length > 0 ? `${familyOf(file)}/${kind}` : undefined;
}

const kinds = [...new Set(files.flatMap((file) => kindOf(file) ?? []))];

test('the kinds of drivers do not know each other', () => {
  const driven = (file: string): boolean => families.includes(familyOf(file)) && file.split('/').length > 2;
  const acquainted = ours.filter(({ from, to }) => {
    if (!driven(from) || !driven(to)) return false;
    if (familyOf(from) !== familyOf(to)) return true;
    const [kind, other] = [kindOf(from), kindOf(to)];
    return kind !== undefined && other !== undefined && kind !== other;
  });
  assert.deepEqual(acquainted.map(described), []);
});

/** The modules that a file loads by itself, without types and later imports. */
function loadedBy(file: string): string[] {
  const statements = readFileSync(join(source, file), 'utf8').matchAll(
    /^(?:import|export) (?<what>[^;]*?)from '(?<name>[^']+)';/gm,
  );
  return [...statements].flatMap(({ groups: { what = '', name = '' } = {} }) => {
    const names =
      /\{(?<names>[^}]*)\}/
        .exec(what)
        ?.groups?.names?.split(',')
        .map((each) => each.trim()) ?? [];
    const isType =
      what.startsWith('type ') || (names.length > 0 && names.every((each) => each === '' || each.startsWith('type ')));
    if (isType) return [];
    return [name.startsWith('.') ? relative(source, resolve(source, dirname(file), name)) : name];
  });
}

function loadedAtStart(entry: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    if (file.endsWith('.ts')) for (const next of loadedBy(file)) reach(next);
  };
  reach(entry);
  return reached;
}

test('a start loads the commands and no kind: the code that reads a configuration is loaded when there is one', () => {
  for (const entry of ['entries/action/main.ts', 'entries/terminal/main.ts']) {
    const loaded = loadedAtStart(entry);
    assert.ok(loaded.has('commands/climb.ts'), 'the commands are listed');
    const tooEarly = [...loaded].filter(
      (file) =>
        /^(drivers|journal|products)\/.+\/kind\.ts$|^config\/(schema|load)\.ts$|^steps\/frame\//.test(file) ||
        file === 'jsonata' ||
        file === 'yaml',
    );
    assert.deepEqual(tooEarly, [], `${entry} loads them before they are needed`);
  }
});

test('commands/ has one file per command, and nothing else', () => {
  const found = files.filter((file) => roomOf(file) === 'commands');
  assert.deepEqual(found.toSorted(), allCommands.map(({ name }) => `commands/${name}.ts`).toSorted());
});

test('a kind is a folder and one line: only the list of its family knows what is in it', () => {
  const from = (kind: string): string[] =>
    ours.filter(({ from, to }) => kindOf(to) === kind && kindOf(from) !== kind).map((each) => each.from);
  const lists = new Map(families.map((family) => [family, new Set<string>()]));
  for (const kind of kinds) for (const importer of from(kind)) lists.get(familyOf(kind))?.add(importer);
  for (const [family, importers] of lists) {
    assert.equal(importers.size, 1, `the kinds of ${family} are known to ${[...importers].join(', ')}`);
    for (const list of importers) assert.ok([family, dirname(family)].includes(dirname(list)), `${list} is elsewhere`);
  }
  assert.deepEqual(
    kinds.filter((kind) => !files.includes(`${kind}/kind.ts`)).map((kind) => `src/${kind} has no kind.ts`),
    [],
  );
  const listOf = (kind: string): string => `src/${[...(lists.get(familyOf(kind)) ?? [])].join()}`;
  assert.deepEqual(
    kinds.filter((kind) => from(kind).length === 0).map((kind) => `src/${kind} has no line in ${listOf(kind)}`),
    [],
  );
});

test('every kind of a family that has a contract test provides its fixture', () => {
  const tests = globSync('**/{contract.test,fixture}.ts', { cwd: import.meta.dirname });
  const tested = kinds.filter((kind) => tests.includes(`${familyOf(kind)}/contract.test.ts`));
  assert.ok(tested.length > 0);
  const lacking = tested.filter((kind) => !tests.includes(`${kind}/fixture.ts`));
  assert.deepEqual(
    lacking.map((kind) => `test/${kind}/fixture.ts is missing: its type is in test/${familyOf(kind)}/fixture.ts`),
    [],
  );
});
