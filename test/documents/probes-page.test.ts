import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { loadConfiguration } from '../../src/config/load.ts';
import { shippedProducts } from '../../src/products/registry.ts';

/* Each block of the page is a part of a configuration that can be copied: it is loaded as one. */

const page = readFileSync(join(import.meta.dirname, '../../docs/probes.md'), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
const part = z.strictObject({
  smoke: z.unknown().optional(),
  baseline: z.unknown().optional(),
  rehearsal: z.unknown().optional(),
  probes: z.record(z.string(), z.unknown()).optional(),
  access: z.unknown().optional(),
});

function configured(block: string): string {
  const { probes, access, ...rest } = part.parse(parse(block));
  const health = { http: { path: '/health' } };
  const version = { http: { path: '/version', value: 'version' } };
  const used = [...block.matchAll(/\{access\.([a-z-]+)/g)].map(([, name = '']) => [name, '${CREDENTIAL}'] as const);
  const side = (name: string) => ({
    url: `https://${name}.example.com`,
    access: access ?? Object.fromEntries(used),
    data: { sqlite: { file: `/srv/${name}.db` } },
    deploy: { command: { run: ['./deploy.sh', name, '{version}'] } },
  });
  return stringify({
    system: 'records',
    product: {
      name: 'records',
      title: 'Records',
      versions: { scheme: 'semver' },
      releases: { list: ['1.0.0', '1.1.0'] },
      path: [],
      probes: { health, version, ...probes },
    },
    environments: { production: side('production'), staging: { ...side('staging'), disposable: true } },
    backup: { store: { folder: { path: '/srv/backups' } } },
    ...rest,
  });
}

describe('what the page on probes shows', () => {
  assert.ok(blocks.length >= 8);
  for (const [index, block] of blocks.entries()) {
    const [first = ''] = block.split('\n');
    it(`is accepted unchanged: block ${index + 1}, ${first}`, () => {
      assert.equal(loadConfiguration(configured(block), 'docs/probes.md', shippedProducts).kind, 'configuration');
    });
  }
});
