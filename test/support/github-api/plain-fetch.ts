import { PlainResponse } from '../../simulation/plain-response.ts';
import { githubDescription } from './description.ts';
import { isObject } from './json-schema.ts';
import { decoded, routes } from './routes.ts';
import type { World } from './world.ts';

export const plainAddress = 'http://github.internal';

/** Requests to GitHub, and those that do not match GitHub's API description. */
export interface PlainGitHub {
  readonly fetch: typeof globalThis.fetch;
  readonly paths: string[];
  readonly violations: string[];
  /** Each request fails as if there were no network, while it is set. */
  isDown: boolean;
}

/** GitHub's API without a server, for virtual time: the same resources, checked against the same description. */
export function plainGitHub(world: World): PlainGitHub {
  const description = githubDescription();
  const example = description.example('full-repository');
  const writer = { api: plainAddress, exampleRepository: isObject(example) ? example : {} };
  const github: PlainGitHub = {
    paths: [],
    violations: [],
    isDown: false,
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(String(input));
      github.paths.push(pathname);
      if (github.isDown) throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
      const operation = description.find(init?.method ?? 'GET', pathname);
      const repository = world.repositories.find(({ name }) => pathname.startsWith(`/repos/${name}`));
      const route = operation && routes[operation.template];
      if (operation === undefined || route === undefined || repository === undefined) return answer(404, notFound);
      github.violations.push(...description.checkRequest(operation, searchParams, ''));
      const routed = route.answer({
        writer,
        repository,
        token: undefined,
        parameters: decoded(operation),
        query: searchParams,
      });
      if (routed.kind === 'not-found') return answer(404, notFound);
      const body =
        routed.kind === 'one' ? routed.body : (routed.wrap?.(routed.items, routed.items.length) ?? [...routed.items]);
      github.violations.push(...description.checkAnswer(operation, 200, body));
      return answer(200, body);
    },
  };
  return github;
}

const notFound = { message: 'Not Found' };

function answer(status: number, body: unknown): Response {
  return new PlainResponse(status, body, { 'content-type': 'application/json; charset=utf-8' });
}
