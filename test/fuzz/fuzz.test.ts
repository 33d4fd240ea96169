import assert from 'node:assert/strict';
import { test } from 'node:test';
import { families } from '../config/kind-names.ts';
import { fuzz } from './run.ts';
import { findingIn, smallest, type Target } from './target.ts';
import { targets } from './targets.ts';

/** A short form of `npm run fuzz`: as many cases as fit, the same in every run of a commit. */
const seed = process.env.PROPERTIES === 'random' ? String(Date.now()) : '1';
const millisecondsEach = 1_000;

for (const target of targets) {
  test(`${target.name}: any input is read, or refused with a message, quickly`, async () => {
    for (const text of target.seeds) assert.equal(await findingIn(target, text), undefined, text);
    const until = performance.now() + millisecondsEach;
    const { found } = await fuzz(target, { seed, from: 0, cases: 200, isOver: () => performance.now() > until });
    if (found === undefined) return;
    const shortest = await smallest(target, found.text, found);
    const again = `npm run fuzz -- --only ${target.name} --seed ${seed} --from ${found.number} --cases 1`;
    assert.fail(`${found.kind}: ${found.what}\n${JSON.stringify(shortest.slice(0, 2_000))}\n${again}`);
  });
}

test('the mutated configurations contain every kind of data, deployer and store', () => {
  const written = targets.find(({ name }) => name === 'configuration')?.seeds.join('\n') ?? '';
  const missing = ['data', 'deployers', 'stores of backups', 'journal stores', 'smoke tests'].flatMap((family) =>
    (families.get(family) ?? []).filter((kind) => !new RegExp(`\\b${kind}:`).test(written)),
  );
  assert.deepEqual(missing, []);
});

test('defects and slow inputs are found, and shortened', async () => {
  const target: Target = {
    name: 'broken',
    seeds: ['a: b\nc: d\n'],
    read: (text) => {
      if (text.includes('.nan')) throw new TypeError('it is not a number');
    },
  };
  const { found } = await fuzz(target, { seed: '1', from: 0, cases: 2_000 });
  assert(found);
  assert.match(found.what, /^TypeError: it is not a number/);
  assert.equal(await smallest(target, found.text, found), '.nan');
  const slow: Target = {
    ...target,
    slowMilliseconds: 50,
    read: () => {
      const before = process.threadCpuUsage();
      while (process.threadCpuUsage(before).user < 60_000);
    },
  };
  assert.equal((await findingIn(slow, 'x'))?.kind, 'slow');
});
