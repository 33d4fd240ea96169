import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadConfiguration, loadFleet } from '../../src/config/load.ts';
import { ConfigurationError } from '../../src/config/mistake.ts';
import { shippedProducts } from '../../src/products/registry.ts';

const root = join(import.meta.dirname, '../..');
const files = [
  ...readdirSync(join(root, 'docs/examples')).map((file) => join('docs/examples', file)),
  ...readdirSync(join(root, 'examples')).map((folder) => join('examples', folder, '.github/staged-upgrade.yml')),
];

/** There may be any parts: the plan reports unknown ones. */
const placeholder = /(?<![{$])\{(?!parts\.)([a-z][a-z.-]*?)(\.header)?\}/g;

function placesOfMistakes(text: string, file: string): string[] {
  try {
    if (loadFleet(text, file, shippedProducts) === undefined) loadConfiguration(text, file, shippedProducts);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes.map(({ line, problem }) => `${line} ${problem}`);
    throw error;
  }
}

/** Without comments, and with each value on its own line. */
function withoutComments(text: string): string {
  return text.replace(/(^|\s)#(?!.*").*$/gm, '$1');
}

describe('each misspelt placeholder of an example is reported at its place when the configuration is read', () => {
  for (const file of files) {
    it(file, () => {
      const text = withoutComments(readFileSync(join(root, file), 'utf8'));
      const misspelt = text.replaceAll(placeholder, '{$1xy$2}');
      const found = placesOfMistakes(misspelt, file);
      for (const [index, line] of misspelt.split('\n').entries())
        for (const [, name = ''] of line.matchAll(placeholder))
          assert.ok(
            found.some((each) => each.startsWith(`${index + 1} {${name}}`)),
            `${file}:${index + 1} {${name}} in ${JSON.stringify(found, null, 1)}`,
          );
    });
  }
});
