import type { MakeSourceFixture } from '../fixture.ts';

const index = 'apiVersion: v1\nentries:\n  records:\n  - version: 1.0.0\n  - version: 1.1.0\n';

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'helm-index',
    settings: ({ url }) => ({ 'helm-index': { url, chart: 'records' } }),
    answer: (_request, response) => void response.end(index),
    tags: ['1.0.0', '1.1.0'],
  },
];
