import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkout, uploadArtifact, usesText } from '../../src/init/render/pins.ts';

const root = join(import.meta.dirname, '..', '..');
const workflows = globSync('.github/workflows/*.yml', { cwd: root });
const used = new Set(
  workflows.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/uses: (?<text>[\w.-]+\/[\w.-]+@.*)$/gm)].map(
      ({ groups }) => groups?.text ?? '',
    ),
  ),
);

test('the workflows that init writes use the same actions at the same commits as those of this project', () => {
  for (const pin of [checkout, uploadArtifact]) {
    const own = [...used].filter((text) => text.startsWith(`${pin.repository}@`));
    assert.deepEqual(own, [usesText(pin)], `in .github/workflows and in src/init/render/pins.ts`);
  }
});
