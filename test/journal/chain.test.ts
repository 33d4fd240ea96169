import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SystemFailure } from '../../src/core/messages/errors.ts';
import type { JournalEvent } from '../../src/core/model/event.ts';
import {
  decodeChain,
  entryFileName,
  headOf,
  readChain,
  type StoredFile,
  sha256,
  verifyContains,
} from '../../src/journal/chain.ts';
import { checked, completed, deployed, hop, storedChain } from './fixtures.ts';

const text = (file: StoredFile | undefined): string => Buffer.from(file?.content ?? []).toString('utf8');
const stored = (name: string, content: string): StoredFile => ({ name, content: Buffer.from(content) });
const kindOf = (files: readonly StoredFile[]): string => {
  const chain = decodeChain(files, 'records');
  return chain.kind === 'damaged' ? chain.damage.kind : chain.kind;
};
/** An entry as another program would write it: any object, with a correct checksum. */
const written = (sequence: number, entry: object): StoredFile => {
  const bare = `${JSON.stringify(entry, null, 2)}\n`;
  return stored(entryFileName(sequence), bare.replace(/\n\}\n$/, `,\n  "checksum": "${sha256(bare)}"\n}\n`));
};
const after = (files: readonly StoredFile[], change: object): StoredFile => {
  const last = files.at(-1);
  const entry: object = JSON.parse(text(last));
  const sequence = files.length + 1;
  return written(sequence, {
    ...entry,
    checksum: undefined,
    sequence,
    previous: sha256(last?.content ?? ''),
    ...change,
  });
};

const events = fc.array(
  fc.oneof(
    fc
      .record({ by: fc.string({ unit: 'grapheme' }), gate: fc.string() })
      .map(({ by, gate }): JournalEvent => ({ type: 'approved', hop, by, gate })),
    fc.string().map((version): JournalEvent => ({ ...checked, version })),
    fc.constantFrom(deployed, completed),
  ),
  { minLength: 1, maxLength: 8 },
);

test('a text that is longer than any entry is damage, and is not read', () => {
  const long = { name: entryFileName(1), content: Buffer.alloc(33 * 1024 ** 2, ' ') };
  const chain = decodeChain([long], 'records');
  assert.ok(chain.kind === 'damaged' && chain.damage.kind === 'unreadable');
  assert.equal(chain.damage.reason, 'it is longer than 32 MiB');
});

test('entries are read as they were written, whatever the order of the files', () => {
  fc.assert(
    fc.property(events, (said) => {
      const entries = readChain(storedChain(said).reverse(), 'records', 'here');
      assert.deepEqual(
        entries.map((entry) => entry.event),
        said,
      );
      assert.deepEqual(
        entries.map((entry) => entry.sequence),
        said.map((_, index) => index + 1),
      );
    }),
  );
});

test('no byte of any entry can be changed, removed or added unnoticed', () => {
  fc.assert(
    fc.property(
      events,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('flip', 'cut', 'insert'),
      (said, which, where, mask, how) => {
        const files = storedChain(said);
        const index = which % files.length;
        const content = Buffer.from(files[index]?.content ?? []);
        const at = where % content.length;
        const flipped = Buffer.from(content);
        flipped[at] = (content[at] ?? 0) ^ mask;
        const damaged = {
          flip: flipped,
          cut: content.subarray(0, at),
          insert: Buffer.concat([content.subarray(0, at), Buffer.from(' '), content.subarray(at)]),
        };
        const broken = files.with(index, { name: entryFileName(index + 1), content: damaged[how] });
        assert.notEqual(kindOf(broken), 'intact');
      },
    ),
    { numRuns: 500 },
  );
});

test('only the newest entry can be removed unnoticed, and no two can be swapped', () => {
  const files = storedChain([checked, deployed, completed]);
  const [one, two, three] = files;
  assert(one && two && three);
  assert.equal(kindOf([two, three]), 'gap');
  assert.equal(kindOf([one, three]), 'gap');
  assert.equal(kindOf([one, { ...two, content: three.content }, { ...three, content: two.content }]), 'misnumbered');
  const renumbered = storedChain([checked, completed]);
  assert.equal(kindOf([one, ...renumbered.slice(1), three]), 'broken-chain');
});

test('a missing end is noticed by anyone who knows one of its entries', () => {
  const files = storedChain([checked, deployed, completed]);
  const whole = readChain(files, 'records', 'here');
  const head = headOf(whole);
  verifyContains(whole, head);
  verifyContains(whole, { sequence: 0, hash: '' });
  assert.throws(
    () => verifyContains(whole.slice(0, 2), head, 'folder here'),
    (error) => {
      assert(error instanceof SystemFailure);
      assert.match(error.message, /folder here.*ends at entry 2; entry 3 was there before.*went backwards/);
      return true;
    },
  );
  const other = readChain(storedChain([checked, deployed, deployed]), 'records', 'here');
  assert.throws(() => verifyContains(other, head), /not the one that was there before/);
});

test('each kind of damage is reported with the file concerned and what to do', () => {
  const files = storedChain([checked, deployed, completed]);
  const [one, two, three] = files;
  assert(one && two && three);
  const cases: [readonly StoredFile[], RegExp][] = [
    [[one, three], /"000002\.json" is missing, but "000003\.json" is there\..*Restore it exactly/],
    [
      [one, stored(two.name, text(two).slice(0, 90)), three],
      /"000002\.json" cannot be read as an entry: it ends in the middle/,
    ],
    [[one, two, stored(three.name, '')], /"000003\.json" cannot be read as an entry: it is empty/],
    [[one, two, stored(three.name, 'null\n')], /"000003\.json" was changed/],
    [
      [one, stored(two.name, text(two).replace('1.1.4', '1.1.5')), three],
      /"000002\.json" was changed after it was written/,
    ],
    [[one, two, stored(three.name, `${text(three).trimEnd()}`)], /"000003\.json" was changed/],
    [[one, two, { name: three.name, content: two.content }], /"000003\.json" holds entry 2/],
    [
      [...files, stored('000002 (conflicted copy).json', text(two))],
      /copy\)\.json" is beside "000002\.json".*move it out/,
    ],
    [[...files, stored('2.json', text(two))], /"2\.json" is beside "000002\.json"/],
    [[...files, stored('notes.txt', 'hello')], /"notes\.txt" is not an entry.*Move it out/],
    [storedChain([checked], 'billing'), /"000001\.json" belongs to the system "billing", not to "records"/],
    [
      [...files, after(files, { event: { type: 'deployed', hop } })],
      /"000004\.json" is intact, but.*deployed: "environment"/,
    ],
    [[...files, after(files, { at: 'yesterday' })], /"000004\.json" is intact, but.*"at"/],
  ];
  for (const [damaged, expected] of cases) {
    assert.throws(
      () => readChain(damaged, 'records', 'folder here'),
      (error) => {
        assert(error instanceof SystemFailure);
        assert.match(error.message, /^The journal \(folder here\) is damaged: .*Nothing was done/);
        assert.match(error.message, expected);
        return true;
      },
    );
  }
});

test('what a later version adds is kept, and what it changes is refused', () => {
  const files = storedChain([checked]);
  const novel = after(files, { weather: 'fine', event: { type: 'inspected', by: 'a rover', depth: 3 } });
  const more = after([...files, novel], { event: { ...completed, mood: 'glad' } });
  const entries = readChain([...files, novel, more], 'records', 'here');
  assert.deepEqual(
    entries.map(({ event }) => event),
    [checked, { type: 'not-understood', name: 'inspected', content: { by: 'a rover', depth: 3 } }, completed],
  );
  const newer = after(files, { format: 2, shape: 'unheard of' });
  assert.throws(
    () => readChain([...files, newer], 'records', 'here'),
    /"000002\.json".*has format 2.*reads format 1.*newer version/,
  );
});

test('an entry that could not be read again is not written', () => {
  assert.throws(() => storedChain([{ ...deployed, milliseconds: Number.NaN }]), /milliseconds/);
});

test('an entry is readable for people', () => {
  const [file] = storedChain([completed]);
  assert.equal(
    text(file).replace(/[0-9a-f]{64}"\n\}/, '…"\n}'),
    `{
  "format": 1,
  "sequence": 1,
  "previous": "",
  "at": "2026-01-01T02:00:00.000Z",
  "system": "records",
  "run": {
    "kind": "github",
    "id": "1",
    "attempt": 1,
    "actor": "engineer"
  },
  "event": {
    "type": "completed",
    "hop": {
      "id": "1.0.2--1.1.4",
      "from": "1.0.2",
      "to": "1.1.4",
      "digest": "${hop.digest}"
    }
  },
  "checksum": "…"
}
`,
  );
});
