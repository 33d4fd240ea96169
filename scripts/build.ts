import { globSync } from 'node:fs';
import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, type BuildResult, build } from 'esbuild';
import { parse } from 'yaml';
import { type Bundles, type Group, groupChunks, loadedWith } from './build/chunks.ts';
import { finished, withoutImportsOfNode } from './build/finish.ts';
import {
  assetsBesideSources,
  clientsApart,
  dataFiles,
  englishOnly,
  lessOfMysql,
  libraries,
  librariesApart,
  noIdToken,
  noPolyfills,
  onlyTheVersion,
  othersShortened,
  urlsOfNode,
} from './build/plugins.ts';
import { licences } from './licences.ts';

/**
 * Bundles the two entries into dist/, which action.yml and the npm package run.
 * `--check` writes nothing and fails when the dist/ that is there is not what the sources produce.
 * `--into FOLDER` writes to another folder and leaves dist/ alone, so that tests run what the sources are now.
 */
const root = resolve(import.meta.dirname, '..');
const { values: asked } = parseArgs({ options: { check: { type: 'boolean' }, into: { type: 'string' } } });
const output = asked.into === undefined ? join(root, 'dist') : resolve(asked.into);
/** With an older Node.js as well, to say what that lacks. */
const saysWhatItLacks = 'src/cli.ts';
const entries = ['src/action.ts', saysWhatItLacks];
/** What the entries start in processes of their own lies beside them. */
const programs = globSync('src/**/*.program.ts', { cwd: root });

/**
 * What would make it larger is decided, not found out: each job downloads all of it, and each step reads what it needs. An
 * ordinary start can load everything but what belongs to the kind of a driver, or to the client of a service, each of which is
 * loaded where a configuration names it, and except what `init` asks and writes, which no step does.
 */
const maxBytes = 2_200_000;
const maxBytesInAll = 5_300_000;
const maxBytesOfClient: Readonly<Record<string, number>> = {
  age: 160_000,
  cloudformation: 40_000,
  'cloudwatch-logs': 30_000,
  ecr: 40_000,
  ecs: 60_000,
  'google-auth': 220_000,
  mongodb: 600_000,
  mysql: 400_000,
  rds: 140_000,
  s3: 160_000,
  ssm: 100_000,
  sts: 30_000,
};

const licencesFile = 'LICENSES.txt';

/** What wraps the clients of others, one file each; nothing of ours is in them. */
const clientsFolder = join(root, 'src/world/clients');

/** A product's definition: each step of a job reads one, and YAML takes ten times as long to read as JSON. */
const definition = 'product.yml';

function asJson(yaml: string): Buffer<ArrayBuffer> {
  return Buffer.from(`${JSON.stringify(parse(yaml))}\n`);
}

/** Recorded answers of servers, which a product's definition is tested by: no step reads them. */
const testData = 'answers.yml';

/** CommonJS packages inside an ESM bundle still call `require` for the modules of Node. */
const banner = `import { createRequire as stagedUpgradeCreateRequire } from "node:module";
const require = stagedUpgradeCreateRequire(import.meta.url);`;

/** The library as modules, of which a bundle takes what is used; Node.js itself would get it as CommonJS. */
const yamlModules = join(root, 'node_modules/yaml/browser/index.js');

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  banner: { js: banner },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
} satisfies BuildOptions;

async function produceLibrary(name: string, contents: string) {
  return await build({
    ...common,
    stdin: { contents, resolveDir: root },
    outfile: join(output, 'libraries', `${name}.js`),
    minify: true,
    // Native bindings that packages try for and do without.
    external: ['pg-native'],
  });
}

/** Minified, since nobody reads them: the code of others, as it is published. What clients of AWS share is there once. */
async function produceClients() {
  return await build({
    ...common,
    entryPoints: Object.keys(maxBytesOfClient).map((name) => join(clientsFolder, `${name}.ts`)),
    outdir: join(output, 'clients'),
    splitting: true,
    minify: true,
    // As modules, of which a bundle takes what is used: of a client of AWS that is a third.
    mainFields: ['module', 'main'],
    plugins: [lessOfMysql, urlsOfNode, noPolyfills],
  });
}

/**
 * What each step of a job loads, what the program of the terminal does besides, what reads a project, and what several commands
 * use. A file is in the first that it fits, so that nothing loads a group of which it needs little.
 */
const groups: readonly Group[] = [
  { name: 'start', has: (loadedBy) => loadedBy.has('src/entries/action/main.ts') },
  { name: 'terminal', has: (loadedBy) => loadedBy.has('src/entries/terminal/main.ts') },
  { name: 'project', has: (loadedBy) => loadedBy.has('src/steps/hop/read-project.ts') },
  {
    name: 'steps',
    has: (loadedBy) => [...loadedBy].filter((entry) => /^src\/(steps|planning|climbing)\//.test(entry)).length > 2,
  },
];
/** What these load themselves stays small: one says to an older Node.js what it lacks, both choose where compiled code is kept. */
const loadedFirst = ['src/action.ts', 'src/cli.ts', 'src/world/compiled-code.ts'];

function bundlesOf({ outputFiles = [], metafile }: BuildResult<{ metafile: true }>): Bundles {
  return new Map(
    outputFiles.flatMap(({ path, text }) => {
      const name = relative(root, path);
      const bundle = metafile.outputs[name];
      return bundle === undefined ? [] : [[name, { ...bundle, text }]];
    }),
  );
}

interface Produced {
  /** Every file of dist/, by its path in there. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Those that are loaded only where a configuration names the kind of a driver, or a service. */
  readonly onDemand: ReadonlySet<string>;
}

async function produce(): Promise<Produced> {
  const apart = await Promise.all([
    produceClients(),
    ...Object.entries(libraries).map(([name, contents]) => produceLibrary(name, contents)),
  ]);
  const result = await build({
    ...common,
    entryPoints: [...entries, ...programs].map((path) => ({ in: path, out: basename(path, '.ts') })),
    outdir: output,
    splitting: true,
    alias: { yaml: yamlModules },
    plugins: [
      assetsBesideSources,
      clientsApart,
      englishOnly,
      noIdToken,
      onlyTheVersion,
      librariesApart,
      othersShortened,
    ],
  });
  const bundles = await groupChunks(bundlesOf(result), { groups, apart: loadedFirst }, common);
  const bundled = apart.flatMap(({ outputFiles }) => outputFiles);
  const files = new Map(bundled.map((file) => [relative(output, file.path), Buffer.from(file.contents)]));
  const first = (path: string): string[] => [path, ...loadedWith(bundles, path).flatMap(first)];
  const inOlderNode = new Set(
    [...bundles].flatMap(([path, { entryPoint }]) => (entryPoint === saysWhatItLacks ? first(path) : [])),
  );
  for (const [path, { text }] of bundles) {
    const contents = await finished(inOlderNode.has(path) ? text : withoutImportsOfNode(text));
    files.set(relative(output, join(root, path)), Buffer.from(contents));
  }
  for await (const asset of glob(`**/*.{${dataFiles.join(',')}}`, { cwd: join(root, 'src') })) {
    if (basename(asset) === testData) continue;
    const contents = await readFile(join(root, 'src', asset));
    files.set(join('assets', asset), basename(asset) === definition ? asJson(contents.toString()) : contents);
  }
  files.set(
    'LICENSES.txt',
    Buffer.from(
      await licences(
        root,
        [result, ...apart].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
      ),
    ),
  );
  const ordinary = loadedAtStart(bundles);
  const onDemand = [...files.keys()].filter((path) =>
    path.endsWith('.js') ? !ordinary.has(path) : path === licencesFile,
  );
  return { files, onDemand: new Set(onDemand) };
}

/** The bundles and libraries that an ordinary start can load: all that an entry reaches, except what drives one kind, and `init`. */
function loadedAtStart(bundles: Bundles): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    const bundle = bundles.get(path);
    if (bundle === undefined || reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind, external } of bundle.imports) {
      const isLibrary = external === true && next.startsWith('./libraries/');
      if (kind === 'dynamic-import' && (isLibrary || isOnDemand(bundles.get(next)?.entryPoint))) continue;
      if (isLibrary) reached.add(relative(root, join(output, next)));
      else reach(next);
    }
  };
  for (const [path, { entryPoint }] of bundles) if (entries.includes(entryPoint ?? '')) reach(path);
  return new Set([...reached].map((path) => relative(output, join(root, path))));
}

function isOnDemand(entryPoint = ''): boolean {
  return entryPoint.startsWith('src/drivers/') || entryPoint.startsWith('src/init/');
}

async function write(files: ReadonlyMap<string, Buffer>): Promise<void> {
  // Another folder may hold more than what is written here.
  if (asked.into === undefined) await rm(output, { recursive: true, force: true });
  for (const [path, contents] of files) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), contents, { mode: path === 'cli.js' ? 0o755 : 0o644 });
  }
}

function tooLarge({ files, onDemand }: Produced): string[] {
  const sum = (isMeant: (path: string) => boolean): number =>
    [...files].reduce((bytes, [path, { byteLength }]) => bytes + (isMeant(path) ? byteLength : 0), 0);
  const clients = Object.entries(maxBytesOfClient).map(([name, most]) => {
    const file = join('clients', `${name}.js`);
    return [`its ${file}`, sum((path) => path === file), most] as const;
  });
  const parts = [
    ['what an ordinary start can load', sum((path) => !onDemand.has(path)), maxBytes],
    ...clients,
    ['all of it', sum(() => true), maxBytesInAll],
  ] as const;
  return parts
    .filter(([, bytes, most]) => bytes > most)
    .map(([part, bytes, most]) => `${part} has ${bytes} bytes, and may have ${most}: see which library has grown`);
}

/** What differs between dist/ and what the sources produce, one line a file. */
async function differences(files: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const there = await readdir(output, { recursive: true, withFileTypes: true }).catch(() => []);
  const present = there
    .filter((entry) => entry.isFile())
    .map((entry) => relative(output, join(entry.parentPath, entry.name)));
  const found = present.filter((path) => !files.has(path)).map((path) => `dist/${path} is no longer produced`);
  for (const [path, contents] of files) {
    const current = await readFile(join(output, path)).catch(() => undefined);
    if (current === undefined) found.push(`dist/${path} is missing`);
    else if (!current.equals(contents)) found.push(`dist/${path} differs`);
  }
  return found.sort();
}

const produced = await produce().catch((error: unknown) => {
  // What is wrong with the sources esbuild has said already, better than a stack trace of it would.
  if (error instanceof Error && 'errors' in error) process.exit(1);
  throw error;
});
if (asked.check === true) {
  const found = [...tooLarge(produced), ...(await differences(produced.files))];
  if (found.length > 0) {
    console.error(`dist/ is not as it should be:\n${found.join('\n')}\nRun "npm run build" and commit dist/.`);
    process.exitCode = 1;
  }
} else {
  await write(produced.files);
}
