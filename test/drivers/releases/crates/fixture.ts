import { answerJson } from '../../../support/http-server.ts';
import type { MakeSourceFixture } from '../fixture.ts';

const page = (num: string, next: string | null) => ({
  versions: [{ num, yanked: false }],
  meta: { total: 2, next_page: next },
});

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'crates',
    settings: ({ url }) => ({ crates: { crate: 'records', server: url } }),
    answer: (request, response) =>
      answerJson(response, request.url?.includes('seek') ? page('1.0.0', null) : page('1.1.0', '?seek=2')),
    tags: ['1.0.0', '1.1.0'],
  },
];
