import { answerJson } from '../../../support/http-server.ts';
import type { MakeSourceFixture } from '../fixture.ts';

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'combined',
    settings: ({ url }) => ({ combined: [{ list: ['1.0.0'] }, { npm: { package: 'records', registry: url } }] }),
    answer: (_request, response) => answerJson(response, { versions: { '1.1.0': {} }, time: {} }),
    tags: ['1.0.0', '1.1.0'],
  },
];
