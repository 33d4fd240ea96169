import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { withValue } from '../../../../src/drivers/deployers/cdk/value-edit.ts';

const file = `{
\t"name": "records",
\t"rdsInstances": 1,   "rdsInstanceType" : "t4g.medium",
\t"database": { "encrypted": true, "size": 3 }
}
`;

function edited(text: string, key: string, value?: string): string {
  const edit = withValue(text, { key, value });
  assert.equal(edit.kind, 'edited', JSON.stringify(edit));
  return edit.kind === 'edited' ? edit.text : '';
}

test('a value is set in its place, keeping its type, and nothing else is touched', () => {
  assert.equal(edited(file, 'rdsInstances', '2'), file.replace('"rdsInstances": 1', '"rdsInstances": 2'));
  assert.equal(edited(file, 'rdsInstanceType', 'r6g.large'), file.replace('t4g.medium', 'r6g.large'));
  assert.equal(edited(file, 'name', '7'), file.replace('"records"', '"7"'));
  assert.equal(edited(file, 'database.encrypted', 'false'), file.replace('true', 'false'));
});

test('a key is added in the style of the others, and removed with its comma', () => {
  const more = edited(file, 'rdsReaderInstanceType', 'r6g.large');
  assert.deepEqual(JSON.parse(more), { ...JSON.parse(file), rdsReaderInstanceType: 'r6g.large' });
  assert.ok(more.includes(',\n\t"rdsReaderInstanceType": "r6g.large"\n}'), more);
  assert.equal(edited(more, 'rdsReaderInstanceType'), file);
  assert.equal(edited(file, 'database.size'), file.replace(', "size": 3', ''));
  assert.equal(edited(file, 'missing'), file);
  for (const key of ['name', 'rdsInstances', 'database']) {
    const { [key]: _, ...rest } = JSON.parse(file);
    assert.deepEqual(JSON.parse(edited(file, key)), rest);
  }
});

test('what cannot be written is reported and not done', () => {
  for (const [key, value] of [
    ['rdsInstances', 'two'],
    ['database', '2'],
    ['nowhere.below', '2'],
  ] as const) {
    assert.equal(withValue(file, { key, value }).kind, 'impossible', key);
  }
  assert.equal(withValue('{ "a": ', { key: 'a', value: '1' }).kind, 'impossible');
});

test('YAML stays as it was written: quotes, comments, blank lines', () => {
  const yaml = `# what people change\ncluster:\n  size: 1 # of all\n  type: t4g.medium\n  name: 'records'\n\nother: x\n`;
  assert.equal(edited(yaml, 'cluster.size', '2'), yaml.replace('size: 1', 'size: 2'));
  assert.equal(edited(yaml, 'cluster.type', 'r6g.large'), yaml.replace('t4g.medium', 'r6g.large'));
  assert.equal(edited(yaml, 'cluster.name', 'other'), yaml.replace("'records'", "'other'"));
  assert.equal(edited(yaml, 'cluster.type'), yaml.replace('  type: t4g.medium\n', ''));
  const more = edited(yaml, 'cluster.reader', 'r6g.large');
  assert.equal(more, yaml.replace("'records'\n", '\'records\'\n  reader: "r6g.large"\n'));
});

test('any text and any layout: the value is the requested one, and all other keys are as before', () => {
  const layouts = fc.constantFrom(undefined, 1, 2, 4, '\t');
  const objects = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(objects, layouts, fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), (object, layout, key, value) => {
      const text = JSON.stringify(object, null, layout);
      const edit = withValue(text, { key, value });
      if (edit.kind === 'impossible') return;
      const { [key]: set, ...rest } = JSON.parse(edit.text);
      const { [key]: _, ...others } = object;
      assert.deepEqual(rest, others);
      assert.equal(String(set), value === '' ? '' : String(set) === value ? value : String(Number(value)));
      assert.deepEqual(JSON.parse(edited(edit.text, key)), others);
    }),
  );
});
