import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadConfiguration, loadFleet } from '../../src/config/load.ts';
import { ConfigurationError } from '../../src/config/mistake.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import { shippedProducts } from '../../src/products/registry.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/fleet/.github/staged-upgrade.yml'), 'utf8');
const file = 'staged-upgrade.yml';

const load = (text: string, system?: string) => loadConfiguration(text, file, shippedProducts, { system });
const loadAll = (text: string) => loadFleet(text, file, shippedProducts);

/** For every mistake: its line, its place in the file, and the message. */
function mistakes(text: string): string[] {
  try {
    loadAll(text);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.mistakes.map(({ line, path, problem }) => `${line} ${path.join('.')}: ${problem}`);
  }
  return [];
}

describe('a configuration of several systems', () => {
  it('is, for each of them, as if it had been written for it alone', () => {
    const { value, document, fleet } = load(example, 'south');
    assert.equal(value.system, 'south');
    assert.deepEqual(fleet, { ring: 'all' });
    assert.equal(value.environments.production.url, 'http://127.0.0.1:8131');
    assert.equal(value.environments.production.access['admin-token'], '${PRODUCTION_ADMIN_TOKEN}');
    assert.equal(value.windows !== undefined, true);
    assert.equal(load(example, 'north').value.windows, undefined);
    assert.ok(
      !('systems' in document) && !('rings' in document),
      'what another system has is no part of what is approved',
    );
  });

  it('gives a system the same document when another system is changed or added', () => {
    const before = load(example, 'north').document;
    const changed = example
      .replace('/srv/hill', '/srv/mountain')
      .replace(
        '  south:',
        '  shore: { ring: all, variables: { SITE: /srv/shore, PRODUCTION_PORT: "1", STAGING_PORT: "2" } }\n  south:',
      );
    assert.notEqual(changed, example);
    assert.deepEqual(load(changed, 'north').document, before);
  });

  it('reads each of them, in its ring', () => {
    const fleet = loadAll(example);
    assert.deepEqual(fleet?.rings, [
      { name: 'pilot', hold: 3 * 86_400_000 },
      { name: 'wards', hold: 7 * 86_400_000 },
      { name: 'all', hold: 0 },
    ]);
    assert.deepEqual(
      fleet.systems.map(({ value, fleet: member }) => `${value.system} ${member?.ring}`),
      ['north pilot', 'harbour wards', 'hill wards', 'south all'],
    );
  });

  it('is distinguished from that of one system', () => {
    const one = readFileSync(join(import.meta.dirname, 'valid.yml'), 'utf8');
    assert.equal(loadAll(one), undefined);
    assert.throws(() => load(one, 'north'), /The system "north" is named, but .* is the configuration of only "\w+"/);
  });

  it('asks which system is meant, and suggests the closest name', () => {
    const said = (system?: string): string => {
      try {
        load(example, system);
      } catch (error) {
        if (error instanceof UserError) return `${error.detail.happened} ${error.detail.next}`;
        throw error;
      }
      return '';
    };
    assert.equal(
      said(),
      'staged-upgrade.yml is the configuration of 4 systems, and none of them is named. Name one with --system (in a workflow, the input system): north, harbour, hill, south. For all of them: staged-upgrade fleet.',
    );
    assert.equal(
      said('nroth'),
      'There is no system "nroth" in staged-upgrade.yml. Did you mean "north"? There are: north, harbour, hill, south.',
    );
  });
});

describe('a mistake in it', () => {
  it('is reported once for the shared part, and for each system that overrides it', () => {
    const shared = example.replace('disposable: true', 'disposable: false');
    assert.equal(mistakes(shared).length, 1);
    assert.match(mistakes(shared)[0] ?? '', /^\d+ environments\.staging\.disposable:/);
    const own = example.replace('time-zone: Europe/Zurich', 'time-zone: Europe/Atlantis');
    assert.equal(mistakes(own).length, 1);
    assert.match(mistakes(own)[0] ?? '', /^18 systems\.south\.windows\.time-zone:/);
  });

  const wrong: readonly (readonly [what: string, change: (text: string) => string, said: RegExp])[] = [
    ['system beside systems', (text) => `system: records\n${text}`, /system: There is a `system` beside `systems`/],
    ['an unknown ring', (text) => text.replace('ring: all', 'ring: al'), /systems\.south\.ring: There is no ring "al"/],
    ['no ring', (text) => text.replace('ring: pilot, ', ''), /systems\.north: The system "north" is in no ring/],
    [
      'an empty ring',
      (text) => text.replace('ring: pilot', 'ring: wards'),
      /rings\.0: No system is in the ring "pilot"/,
    ],
    [
      'two rings of one name',
      (text) => text.replace('{ name: all }', '{ name: wards }'),
      /rings\.2\.name: There are two rings "wards"/,
    ],
    [
      'hooks of one system',
      (text) => text.replace('    windows:', '    environments: { staging: { hooks: {} } }\n    windows:'),
      /systems\.south\.environments\.staging.*hooks/,
    ],
    [
      'the data of another system',
      (text) => text.replace('/srv/hill', '/srv/harbour'),
      /systems\.hill: The data of production of hill is that of production of harbour/,
    ],
    [
      'another kind of deployer',
      (text) =>
        text.replace(
          '    windows:',
          '    environments: { production: { deploy: { compose: { file: c.yml, services: [a], env: { TAG: "{version}" } } } } }\n    windows:',
        ),
      /systems\.south\.environments\.production\.deploy: deploy of production is "compose" in south and "command" in north/,
    ],
  ];
  for (const [what, change, said] of wrong) {
    it(`is found: ${what}`, () => {
      const changed = change(example);
      assert.notEqual(changed, example);
      assert.match(mistakes(changed).join('\n'), said);
    });
  }
});

it('500 systems are within the limits of a configuration', () => {
  const systems = Array.from({ length: 500 }, (_, index) => {
    const variables = {
      SITE: `/srv/${index}`,
      PRODUCTION_PORT: String(8000 + index),
      STAGING_PORT: String(9000 + index),
    };
    const ring = index < 5 ? 'pilot' : index < 100 ? 'wards' : 'all';
    return `  site-${index}: ${JSON.stringify({ ring, variables })}`;
  });
  const text = [
    example.slice(0, example.indexOf('systems:')),
    'systems:',
    ...systems,
    example.slice(example.indexOf('product:')),
  ].join('\n');
  assert.equal(loadAll(text)?.systems.length, 500);
});
