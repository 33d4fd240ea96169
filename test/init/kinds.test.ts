import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfiguration } from '../../src/config/load.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import { answersFrom } from '../../src/init/answers.ts';
import { chooseKind } from '../../src/init/choose-kind.ts';
import { type InitFamily, initFamilies } from '../../src/init/families.ts';
import type { Questions } from '../../src/init/questions.ts';
import { renderConfiguration } from '../../src/init/render/configuration.ts';
import { products } from './products.ts';
import { flags } from './repository.ts';

const families = Object.entries<InitFamily>(initFamilies);

/** A person who accepts what is proposed, except for the answers given here by the start of their questions. */
function person(answers: Readonly<Record<string, string>> = {}): Questions & { readonly shown: string[] } {
  const shown: string[] = [];
  const answer = (message: string, proposed: string): string =>
    Object.entries(answers).find(([start]) => message.startsWith(start))?.[1] ?? proposed;
  return {
    shown,
    text: async (message, proposed) => answer(message, proposed),
    choose: async (message, choices, proposed, titles = {}) => {
      shown.push(...choices.map((choice) => titles[choice] ?? choice));
      return choices.find((choice) => choice === answer(message, proposed)) ?? proposed;
    },
  };
}

for (const [name, family] of families) {
  for (const { name: kind } of family.kinds) {
    test(`${name}: what init writes for ${kind} is a configuration without mistakes`, async () => {
      const text = renderConfiguration(await answersFrom({ ...flags, [family.input]: kind }, products, undefined));
      assert.match(text, new RegExp(`\\b${kind}:`));
      assert.doesNotMatch(text, /\{PREFIX\}|\{SIDE\}/);
      assert.equal(loadConfiguration(text, 'staged-upgrade.yml', products).value.system, flags.system);
    });
  }

  test(`${name}: a person is shown every kind, and gets the chosen one`, async () => {
    for (const { name: kind, title } of family.kinds) {
      const asked = person({ [family.question]: kind });
      const chosen = await chooseKind(family, {}, undefined, asked);
      if (family.kinds.length === 1) assert.deepEqual(asked.shown, []);
      else assert.ok(asked.shown.includes(`${kind}: ${title}`), asked.shown.join());
      assert.equal(chosen.kind.name, kind);
    }
  });

  test(`${name}: nobody is asked for what the product proposes`, async () => {
    const asked = person();
    assert.equal((await chooseKind(family, {}, { kind: family.usual, settings: {} }, asked)).kind.name, family.usual);
    assert.deepEqual(asked.shown, []);
  });
}

test('an unknown kind is refused with the list of kinds', async () => {
  await assert.rejects(
    chooseKind(initFamilies.data, { database: 'postgers' }, undefined, undefined),
    (error) =>
      error instanceof UserError &&
      error.detail.happened === '--database is "postgers".' &&
      error.detail.next.startsWith('Did you mean "postgres"?') &&
      initFamilies.data.kinds.every(({ name }) => error.detail.next.includes(name)),
  );
});

test('a flag for a setting selects the kind that has it', async () => {
  const journal = await chooseKind(
    initFamilies.journal,
    { journal: '/srv/journal' },
    { kind: 'git', settings: {} },
    undefined,
  );
  assert.deepEqual([journal.kind.name, journal.settings], ['folder', { path: '/srv/journal' }]);
  const store = await chooseKind(initFamilies.store, { backupFolder: '/srv/backups' }, undefined, person());
  assert.deepEqual([store.kind.name, store.settings], ['folder', { path: '/srv/backups' }]);
});

test('a person answers the questions of a kind, with its defaults proposed', async () => {
  const store = await chooseKind(initFamilies.store, {}, undefined, person({ 'Which folder': '/mnt/backups' }));
  assert.deepEqual(store.settings, { path: '/mnt/backups' });
  const usual = await chooseKind(initFamilies.store, {}, undefined, person());
  assert.deepEqual(usual.settings, { path: '${BACKUP_FOLDER}' });
});
