import { answerJson } from '../../../support/http-server.ts';
import type { MakeSourceFixture } from '../fixture.ts';

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'oci-tags',
    settings: ({ host }) => ({ 'oci-tags': { repository: `${host}/acme/records` } }),
    answer: (request, response) =>
      request.url?.includes('last=')
        ? answerJson(response, { name: 'acme/records', tags: ['1.1.0'] })
        : answerJson(
            response,
            { name: 'acme/records', tags: ['1.0.0'] },
            { headers: { link: '</v2/acme/records/tags/list?last=1.0.0>; rel="next"' } },
          ),
    tags: ['1.0.0', '1.1.0'],
  },
];
