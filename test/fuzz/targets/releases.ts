import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReleaseSource } from '../../../src/core/model/release.ts';
import { crates } from '../../../src/drivers/releases/crates/kind.ts';
import { githubReleases } from '../../../src/drivers/releases/github/releases.ts';
import { githubTags } from '../../../src/drivers/releases/github/tags.ts';
import { helmIndex } from '../../../src/drivers/releases/helm-index/kind.ts';
import { npm } from '../../../src/drivers/releases/npm/kind.ts';
import { ociTags } from '../../../src/drivers/releases/oci/kind.ts';
import { pypi } from '../../../src/drivers/releases/pypi/kind.ts';
import { parseReleaseFile } from '../../../src/drivers/releases/release-file.ts';
import { releaseSource } from '../../../src/drivers/releases.ts';
import type { Part } from '../../../src/world/effects/kind.ts';
import { contextFor } from '../../drivers/releases/effects.ts';
import type { MakeSourceFixture, SourceFixture } from '../../drivers/releases/fixture.ts';
import { fixturesIn } from '../../support/contract-fixtures.ts';
import { serve } from '../../support/http-server.ts';
import type { Target } from '../target.ts';

/** Reads from a server that answers with this, whatever it is asked. */
function answered(
  part: Part<ReleaseSource>,
  environment: SourceFixture['environment'] = {},
): (body: string) => Promise<unknown> {
  return (body) => {
    const context = contextFor({ environment: { ...environment, HOME: '/nowhere', XDG_CACHE_HOME: '/nowhere' } });
    const fetch = async (): Promise<Response> => new Response(body, { status: 200 });
    return part.open({ ...context, effects: { ...context.effects, fetch } }).read();
  };
}

const release =
  '{"tag_name":"v1.2.0","draft":false,"prerelease":false,"published_at":"2026-01-02T03:04:05Z","html_url":"https://github.com/acme/records/releases/v1.2.0","body":"## Breaking\\r\\n- x"}';

const written: readonly Target[] = [
  {
    name: 'release-file',
    seeds: [
      readFileSync(new URL('../../../src/products/sample/releases.yml', import.meta.url), 'utf8'),
      'source: GitHub\nreleases:\n  - version: "1.2.0"\n    date: 2026-01-02\n    withdrawn: { reason: Loses data, url: "https://example.com/", fixed-in: "1.2.1" }\n    notes: |\n      # x\n    parts: { chart: "8.1.0" }\n  - "1.2.1"\n',
    ],
    read: (text) => parseReleaseFile(text, 'releases.yml'),
  },
  {
    name: 'github-releases',
    seeds: [`[${release}]`, `[${release},${release.replaceAll('1.2.0', '1.3.0-rc.1')}]`],
    read: answered(githubReleases.part.parse({ 'github-releases': { repository: 'acme/records' } })),
  },
  {
    name: 'github-tags',
    seeds: ['[{"name":"v1.2.0","commit":{"sha":"a"}},{"name":"v1.3.0","commit":{"sha":"b"}}]'],
    read: answered(githubTags.part.parse({ 'github-tags': { repository: 'acme/records' } })),
  },
  {
    name: 'npm',
    seeds: [
      '{"versions":{"1.2.0":{},"1.3.0":{"deprecated":"use 1.3.1"},"1.3.1":{"deprecated":false}},"time":{"created":"2026-01-01T00:00:00Z","1.2.0":"2026-01-02T03:04:05.000Z"}}',
    ],
    read: answered(npm.part.parse({ npm: { package: 'unleash-server', registry: 'https://npm.example.com' } })),
  },
  {
    name: 'pypi',
    seeds: [
      '{"meta":{"api-version":"1.1"},"name":"records","versions":["1.2.0","1.3.0rc1"],"files":[{"filename":"records-1.2.0.tar.gz","url":"x","hashes":{},"yanked":"use 1.3","upload-time":"2026-01-02T03:04:05.000000Z"},{"filename":"records-1.3.0rc1-py3-none-any.whl","url":"x","hashes":{},"yanked":false}]}',
    ],
    read: answered(pypi.part.parse({ pypi: { project: 'records', index: 'https://pypi.example.com/simple' } })),
  },
  {
    name: 'crates',
    seeds: [
      '{"versions":[{"num":"1.2.0","created_at":"2026-01-02T03:04:05Z","yanked":true,"yank_message":"use 1.3.0"},{"num":"1.3.0","yanked":false}],"meta":{"total":2,"next_page":null}}',
    ],
    read: answered(crates.part.parse({ crates: { crate: 'records', server: 'https://crates.example.com' } })),
  },
  {
    name: 'oci-tags',
    seeds: ['{"name":"acme/records","tags":["1.2.0","1.3.0","latest"]}'],
    read: answered(ociTags.part.parse({ 'oci-tags': { repository: 'registry.example.com/acme/records' } })),
  },
  {
    name: 'helm-index',
    seeds: [
      'apiVersion: v1\nentries:\n  records:\n    - version: 8.1.0\n      appVersion: "4.2"\n      created: "2026-01-02T03:04:05.123456789Z"\n    - version: 8.0.0\n      appVersion: 4.1\n      deprecated: true\n  other: []\n',
    ],
    read: answered(helmIndex.part.parse({ 'helm-index': { url: 'https://charts.example.com', chart: 'records' } })),
  },
];

/** What the server of a contract test answers to this source, page by page; nothing if it does not use `fetch`. */
async function answersTo({ settings, answer, environment }: SourceFixture): Promise<readonly string[]> {
  if (answer === undefined) return [];
  await using server = await serve(answer);
  const bodies: string[] = [];
  const context = contextFor({ environment: { ...environment } });
  const fetch = async (...request: Parameters<typeof globalThis.fetch>): Promise<Response> => {
    const response = await globalThis.fetch(...request);
    bodies.push(await response.clone().text());
    return response;
  };
  await releaseSource
    .parse(settings(server))
    .open({ ...context, effects: { ...context.effects, fetch } })
    .read();
  return bodies;
}

/** A source that is in none of them is fuzzed with its contract test's answers, so that a new source need not be added here. */
async function ofContract(): Promise<readonly Target[]> {
  const family = fileURLToPath(new URL('../../drivers/releases', import.meta.url));
  const fixtures = (await fixturesIn<MakeSourceFixture>(family)).flatMap(({ make }) => make());
  const others = fixtures.filter(({ name }) => !written.some((target) => target.name === name));
  const targets = others.map(async (fixture): Promise<readonly Target[]> => {
    const [first, ...more] = await answersTo(fixture);
    if (first === undefined) return [];
    const server = { url: 'https://releases.example.com', host: 'releases.example.com' };
    const part = releaseSource.parse(fixture.settings(server));
    return [{ name: fixture.name, seeds: [first, ...more], read: answered(part, fixture.environment) }];
  });
  return (await Promise.all(targets)).flat();
}

export const releaseTargets: readonly Target[] = [...written, ...(await ofContract())];
