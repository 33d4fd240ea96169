import { githubApi } from '../../../src/world/github/api.ts';
import { readApproval, readGate } from '../../../src/world/github/gates.ts';
import { simulatedClock } from '../../drivers/releases/effects.ts';
import type { Target } from '../target.ts';

const protection =
  '{"name":"production","can_admins_bypass":true,"protection_rules":[{"type":"required_reviewers","prevent_self_review":true,"reviewers":[{"type":"User","reviewer":{"login":"engineer"}},{"type":"Team","reviewer":{"slug":"nurses"}}]},{"type":"wait_timer","wait_timer":30}],"deployment_branch_policy":{"protected_branches":true,"custom_branch_policies":false}}';
const approvals =
  '[{"state":"approved","comment":"fine","environments":[{"name":"production"}],"user":{"login":"engineer"}}]';

/** `STATUS`, a line break and the body, as a server sends it. */
function answering(text: string): typeof globalThis.fetch {
  const [, status, body = ''] = /^(\d+)\n([\s\S]*)$/.exec(text) ?? [undefined, '200', text];
  const code = Number(status) >= 200 && Number(status) <= 599 ? Number(status) : 200;
  const empty = [204, 205, 304].includes(code);
  const headers = {
    'content-type': 'application/json',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': body.slice(0, 20),
  };
  const safe = Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\t\x20-\x7e]*$/.test(value)));
  return async () => new Response(empty ? null : body, { status: code, headers: safe });
}

export const githubTargets: readonly Target[] = [
  {
    name: 'github-answers',
    seeds: [
      `200\n${protection}`,
      `200\n${approvals}`,
      '403\n{"message":"Resource not accessible by integration"}',
      '404\n{}',
    ],
    read: async (text) => {
      const asking = { clock: simulatedClock() };
      const api = await githubApi('token', {}, answering(text));
      await readGate(api, { owner: 'acme', repo: 'records', environment: 'production' }, asking);
      await readApproval(api, { owner: 'acme', repo: 'records', runId: '1' }, asking);
    },
  },
];
