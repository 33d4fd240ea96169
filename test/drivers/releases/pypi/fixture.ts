import { answerJson } from '../../../support/http-server.ts';
import type { MakeSourceFixture } from '../fixture.ts';

const fileOf = (version: string) => ({ filename: `records-${version}.tar.gz`, url: 'x', hashes: {}, yanked: false });

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'pypi',
    settings: ({ url }) => ({ pypi: { project: 'records', index: `${url}/simple` } }),
    answer: (_request, response) =>
      answerJson(response, {
        meta: { 'api-version': '1.1' },
        name: 'records',
        versions: ['1.0.0', '1.1.0'],
        files: [fileOf('1.0.0'), fileOf('1.1.0')],
      }),
    tags: ['1.0.0', '1.1.0'],
  },
];
