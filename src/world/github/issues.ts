import { z } from 'zod';
import type { GitHubApi } from './api.ts';
import { type Answered, ask } from './ask.ts';
import type { Asking, Repository } from './gates.ts';

/** One issue that is kept up to date. */
export interface KeptIssue {
  /** A unique text in its body by which it is found again. */
  readonly marker: string;
  readonly title: string;
  /** Markdown, without the marker. */
  readonly body: string;
  /** The first is the one by which it is searched for. */
  readonly labels: readonly [string, ...string[]];
  readonly assignees: readonly string[];
  readonly isClosed: boolean;
}

export interface IssueAddress {
  readonly number: number;
  readonly url: string;
}

/** https://docs.github.com/en/rest/issues/issues#create-an-issue: longer bodies are refused. */
const longestBody = 65_000;

const issueAnswer = z.object({ number: z.number(), html_url: z.string() });

/** https://docs.github.com/en/rest/issues/issues#list-repository-issues: includes pull requests. */
const issuesAnswer = z.lazy(() =>
  z.array(issueAnswer.extend({ body: z.string().nullish(), pull_request: z.unknown().optional() })),
);

/**
 * Writes an issue: the open one that has the marker, or a new one; none if it would be closed at once. Needs the permission
 * `issues: write`; two requests.
 */
export async function keepIssue(
  api: GitHubApi,
  repository: Repository,
  issue: KeptIssue,
  how: Asking,
): Promise<Answered<IssueAddress | undefined>> {
  const asking = { ...how, permission: 'issues: write' };
  const [label] = issue.labels;
  const open = await ask(asking, issuesAnswer, (request) =>
    api.request('GET /repos/{owner}/{repo}/issues', {
      ...repository,
      state: 'open',
      labels: label,
      per_page: 100,
      request,
    }),
  );
  if (open.kind !== 'answered') return open;
  // Two runs may have created one each at the same moment: the older one is kept.
  const [found] = open.value
    .filter(({ body, pull_request }) => pull_request === undefined && body?.includes(issue.marker))
    .toSorted((a, b) => a.number - b.number);
  const written = { title: issue.title, body: bodyOf(issue) };
  if (found !== undefined) {
    const state = issue.isClosed ? ({ state: 'closed', state_reason: 'completed' } as const) : {};
    return address(
      await ask(asking, issueAnswer, (request) =>
        api.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
          ...repository,
          issue_number: found.number,
          ...written,
          ...state,
          request,
        }),
      ),
    );
  }
  if (issue.isClosed) return { kind: 'answered', value: undefined };
  return address(
    await ask(asking, issueAnswer, (request) =>
      api.request('POST /repos/{owner}/{repo}/issues', {
        ...repository,
        ...written,
        labels: [...issue.labels],
        assignees: [...issue.assignees],
        request,
      }),
    ),
  );
}

function address(answer: Answered<z.output<typeof issueAnswer>>): Answered<IssueAddress> {
  if (answer.kind !== 'answered') return answer;
  return { kind: 'answered', value: { number: answer.value.number, url: answer.value.html_url } };
}

function bodyOf({ marker, body }: KeptIssue): string {
  const cut = body.length > longestBody ? `${body.slice(0, longestBody)}\n\n…` : body;
  return `${cut}\n\n${marker}\n`;
}
