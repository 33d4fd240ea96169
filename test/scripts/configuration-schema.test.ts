import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { configurationSchema } from '../../scripts/documents/configuration-schema.ts';

const examples = join(import.meta.dirname, '../../examples');
const ajv = new Ajv({ strict: false });
formats.default(ajv);
const validate = ajv.compile(configurationSchema('ref'));

/** What an editor does with the published schema. */
for (const name of readdirSync(examples)) {
  const file = join(examples, name, '.github/staged-upgrade.yml');
  if (!existsSync(file)) continue;
  test(`an editor accepts the configuration of examples/${name}, and marks a key that is unknown`, () => {
    const configuration: unknown = parse(readFileSync(file, 'utf8'));
    assert.ok(validate(configuration), JSON.stringify(validate.errors));
    assert.ok(!validate({ ...Object(configuration), stagign: true }));
    assert.match(JSON.stringify(validate.errors), /stagign/);
  });
}
