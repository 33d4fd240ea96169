import { z } from 'zod';
import { PlainResponse } from '../../simulation/plain-response.ts';
import { githubDescription } from './description.ts';
import { isObject, type JsonObject } from './json-schema.ts';

export interface PlainIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** The issues of one repository as GitHub's API keeps them, for virtual time; checked against its description. */
export interface PlainIssues {
  readonly fetch: typeof globalThis.fetch;
  readonly issues: PlainIssue[];
  readonly violations: string[];
  /** The answer to each request while it is set. */
  refused: { readonly status: number; readonly message: string } | undefined;
}

const written = z.object({
  title: z.string(),
  body: z.string(),
  labels: z.array(z.string()).default([]),
  assignees: z.array(z.string()).default([]),
  state: z.enum(['open', 'closed']).default('open'),
});

export function plainIssues(): PlainIssues {
  const description = githubDescription();
  const example = description.example('issue');
  const made: JsonObject = isObject(example) ? example : {};
  const shown = ({ number, title, body, state }: PlainIssue): JsonObject => ({
    ...Object.fromEntries(Object.entries(made).filter(([key]) => key !== 'pull_request')),
    number,
    title,
    body,
    state,
    html_url: `https://github.com/acme/records/issues/${number}`,
  });
  const held: PlainIssues = {
    issues: [],
    violations: [],
    refused: undefined,
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(String(input));
      const method = init?.method ?? 'GET';
      const text = typeof init?.body === 'string' ? init.body : '';
      const operation = description.find(method, pathname);
      if (operation === undefined) return answer(404, { message: 'Not Found' });
      if (held.refused !== undefined) return answer(held.refused.status, { message: held.refused.message });
      held.violations.push(...description.checkRequest(operation, searchParams, text));
      const [status, body] = answered(method, pathname, searchParams, text);
      held.violations.push(...description.checkAnswer(operation, status, body));
      return answer(status, body);
    },
  };
  const answered = (
    method: string,
    pathname: string,
    query: URLSearchParams,
    text: string,
  ): [number, JsonObject | JsonObject[]] => {
    if (method === 'GET') {
      const label = query.get('labels') ?? '';
      return [200, held.issues.filter(({ state, labels }) => state === 'open' && labels.includes(label)).map(shown)];
    }
    const change = written.parse(JSON.parse(text));
    if (method === 'POST') {
      const issue: PlainIssue = { ...change, number: held.issues.length + 1 };
      held.issues.push(issue);
      return [201, shown(issue)];
    }
    const issue = held.issues.find(({ number }) => pathname.endsWith(`/${number}`));
    if (issue === undefined) throw new Error(`there is no issue ${pathname}`);
    Object.assign(issue, { title: change.title, body: change.body, state: change.state });
    return [200, shown(issue)];
  };
  return held;
}

function answer(status: number, body: unknown): Response {
  return new PlainResponse(status, body, { 'content-type': 'application/json; charset=utf-8' });
}
