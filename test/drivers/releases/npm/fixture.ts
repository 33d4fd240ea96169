import { answerJson } from '../../../support/http-server.ts';
import type { MakeSourceFixture } from '../fixture.ts';

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'npm',
    settings: ({ url }) => ({ npm: { package: 'records', registry: url } }),
    answer: (_request, response) => answerJson(response, { versions: { '1.0.0': {}, '1.1.0': {} }, time: {} }),
    tags: ['1.0.0', '1.1.0'],
  },
];
