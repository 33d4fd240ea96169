import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from '../../../support/http-server.ts';
import type { MakeSourceFixture } from '../fixture.ts';

function inTwoPages(item: (tag: string) => object) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const asked = new URL(request.url ?? '', `http://${request.headers.host}`);
    if (asked.searchParams.get('page') === '2') {
      answerJson(response, [item('1.0.0')]);
    } else {
      asked.searchParams.set('page', '2');
      answerJson(response, [item('1.1.0')], { headers: { link: `<${asked.href}>; rel="next"` } });
    }
  };
}

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'github-releases',
    settings: ({ url }) => ({ 'github-releases': { repository: 'acme/records', api: url } }),
    answer: inTwoPages((tag) => ({ tag_name: tag, draft: false, prerelease: false, html_url: 'https://example.com' })),
    tags: ['1.0.0', '1.1.0'],
  },
  {
    name: 'github-tags',
    settings: ({ url }) => ({ 'github-tags': { repository: 'acme/records', api: url } }),
    answer: inTwoPages((name) => ({ name })),
    tags: ['1.0.0', '1.1.0'],
  },
];
