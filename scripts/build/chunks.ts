import { basename, dirname, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

/**
 * The bundler makes a separate file for the modules that the same entries share, and there are many entries: each command and
 * each part of a driver is one. A step would load a hundred files, most of them of a few lines, and each costs a quarter of a
 * millisecond. So files that are mostly loaded together are merged, and all others import the merged file.
 */
export interface Bundle {
  readonly text: string;
  /** The source file that it was made for; undefined for what several share. */
  readonly entryPoint?: string | undefined;
  readonly exports: readonly string[];
  readonly imports: Metafile['outputs'][string]['imports'];
}

interface Options extends BuildOptions {
  readonly absWorkingDir: string;
  readonly banner: { readonly js: string };
}

/** By path, as the bundler names it. */
export type Bundles = ReadonlyMap<string, Bundle>;

/** Shared files that become one. Earlier groups take precedence, so a file only imports groups before its own, and its own. */
export interface Group {
  readonly name: string;
  /** Whether a file belongs to it, by the entries that load it. */
  readonly has: (entries: ReadonlySet<string>) => boolean;
}

interface Rule {
  readonly groups: readonly Group[];
  /** Entries that must load no group: what they share with others stays a separate file. */
  readonly apart: readonly string[];
}

/**
 * @param options of the bundler; the banner among them is what each file starts with
 * @throws Error if groups would load each other: one of them would then run before what it needs
 */
export async function groupChunks(bundles: Bundles, { groups, apart }: Rule, options: Options): Promise<Bundles> {
  const entriesOf = loadedBy(bundles);
  const folder = dirname([...bundles.keys()][0] ?? '');
  const moved = new Map<string, string>();
  for (const [path, { entryPoint }] of bundles) {
    const entries = entriesOf.get(path) ?? new Set();
    if (entryPoint !== undefined || apart.some((entry) => entries.has(entry))) continue;
    const found = groups.find(({ has }) => has(entries));
    if (found !== undefined) moved.set(path, `${folder}/${found.name}.js`);
  }
  const nameOf = exportNames(bundles, moved);
  const rewritten = new Map(
    [...bundles].map(([path, bundle]) => {
      const text = withNewImports(bundle.text, moved.get(path) ?? path, moved, nameOf);
      return [path, { ...bundle, text, imports: importsOf(bundle.imports, moved) }];
    }),
  );
  const files = new Map([...rewritten].filter(([path]) => !moved.has(path)));
  for (const { name } of groups) {
    const file = `${folder}/${name}.js`;
    const paths = [...moved].flatMap(([path, into]) => (into === file ? [path] : []));
    if (paths.length === 0) throw new Error(`no file belongs to the group "${name}"`);
    const imports = paths.flatMap((path) => rewritten.get(path)?.imports ?? []).filter(({ path }) => path !== file);
    files.set(file, {
      text: await merged(paths, rewritten, nameOf, options),
      exports: paths.flatMap((path) => bundles.get(path)?.exports.map((each) => nameOf(path, each)) ?? []),
      imports: importsOf(imports, moved),
    });
  }
  refuseCycles(files);
  return files;
}

function refuseCycles(bundles: Bundles): void {
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) throw new Error(`files load each other: ${[...above, path].join(' → ')}`);
    if (done.has(path)) return;
    for (const next of loadedWith(bundles, path)) visit(next, [...above, path]);
    done.add(path);
  };
  for (const path of bundles.keys()) visit(path, []);
}

/** The files that one loads before it does anything. */
export function loadedWith(bundles: Bundles, path: string): string[] {
  const imports = bundles.get(path)?.imports ?? [];
  return imports.flatMap((each) => (each.kind === 'import-statement' && each.external !== true ? [each.path] : []));
}

/** Of each file, the entries that load it before they do anything. */
function loadedBy(bundles: Bundles): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const reach = (path: string, entry: string): void => {
    const entries = found.get(path) ?? new Set();
    found.set(path, entries);
    if (entries.has(entry)) return;
    entries.add(entry);
    for (const next of loadedWith(bundles, path)) reach(next, entry);
  };
  for (const [path, { entryPoint }] of bundles) if (entryPoint !== undefined) reach(path, entryPoint);
  return found;
}

function importsOf(imports: Bundle['imports'], moved: ReadonlyMap<string, string>): Bundle['imports'] {
  const unique = new Map(
    imports.map((each) => {
      const path = moved.get(each.path) ?? each.path;
      return [`${each.kind} ${path}`, { ...each, path }];
    }),
  );
  return [...unique.values()];
}

type NameOf = (path: string, name: string) => string;

/** Two files may export different things under the same name: then each is distinguished by its file. */
function exportNames(bundles: Bundles, moved: ReadonlyMap<string, string>): NameOf {
  const all = [...moved].flatMap(
    ([path, into]) => bundles.get(path)?.exports.map((name) => ({ at: `${into} ${name}`, path })) ?? [],
  );
  const exporting = Map.groupBy(all, ({ at }) => at);
  return (path, name) => {
    const several = (exporting.get(`${moved.get(path)} ${name}`)?.length ?? 0) > 1;
    return several ? `${name}_${basename(path, '.js').replace('chunk-', '')}` : name;
  };
}

const importStatement = /^import (?:\{([^}]*)\} from )?"\.\/([^"]+)";\n/gm;

/** @param into the file that the text will be in */
function withNewImports(text: string, into: string, moved: ReadonlyMap<string, string>, nameOf: NameOf): string {
  const folder = dirname(into);
  return text.replace(importStatement, (statement, names: string | undefined, from: string) => {
    const path = `${folder}/${from}`;
    const target = moved.get(path);
    // Within its own group a file is found by its old name until all are merged.
    if (target === undefined || target === into) return statement;
    const file = `"./${basename(target)}"`;
    if (names === undefined) return `import ${file};\n`;
    const renamed = names.split(',').map((each) => {
      const [name = '', alias = name] = each.trim().split(' as ');
      const there = nameOf(path, name);
      return there === alias ? `  ${alias}` : `  ${there} as ${alias}`;
    });
    return `import {\n${renamed.join(',\n')}\n} from ${file};\n`;
  });
}

async function merged(paths: readonly string[], bundles: Bundles, nameOf: NameOf, options: Options): Promise<string> {
  const { absWorkingDir, banner } = options;
  const texts = new Map(paths.map((path) => [resolve(absWorkingDir, path), bundles.get(path)?.text ?? '']));
  const ofTheGroup: Plugin = {
    name: 'of-the-group',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, resolveDir }) => {
        const absolute = resolve(resolveDir, path);
        return texts.has(absolute) ? { path: absolute } : { path, external: true };
      });
      onLoad({ filter: /.*/ }, ({ path }) => ({
        contents: texts.get(path)?.replace(`${banner.js}\n`, '') ?? '',
        loader: 'js',
        resolveDir: dirname(path),
      }));
    },
  };
  const entry = paths.map((path) => {
    const names = bundles.get(path)?.exports.map((name) => `${name} as ${nameOf(path, name)}`) ?? [];
    return `export { ${names.join(', ')} } from "./${basename(path)}";\n`;
  });
  const { outputFiles = [] } = await build({
    ...options,
    stdin: { contents: entry.join(''), resolveDir: resolve(absWorkingDir, dirname(paths[0] ?? '')) },
    plugins: [ofTheGroup],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`nothing was made of ${paths.join(', ')}`);
  return file.text;
}
