import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from '../../../../src/journal/stores/git/command.ts';
import { remoteFailure, remoteTrouble } from '../../../../src/journal/stores/git/failure.ts';

test('messages of servers are classified by what has to be done about them', () => {
  const said: [string, ReturnType<typeof remoteTrouble>][] = [
    [
      'remote: error: GH006: Protected branch update failed for refs/heads/x.\n! [remote rejected] x -> x (protected branch hook declined)',
      'rule',
    ],
    [
      'remote: error: GH013: Repository rule violations found for refs/heads/x.\n! [remote rejected] x -> x (push declined due to repository rule violations)',
      'rule',
    ],
    ['! [remote rejected] x -> x (pre-receive hook declined)', 'declined'],
    ['remote: error: GH009: Secrets detected!\n! [remote rejected] x -> x (pre-receive hook declined)', 'rule'],
    [
      'remote: Permission to acme/records.git denied to github-actions[bot].\nfatal: unable to access: The requested URL returned error: 403',
      'permission',
    ],
    [
      'remote: Write access to repository not granted.\nfatal: unable to access: The requested URL returned error: 403',
      'permission',
    ],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 'login'],
    ['remote: Invalid username or token.\nfatal: Authentication failed for', 'login'],
    ['git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'login'],
    ["remote: Repository not found.\nfatal: repository 'https://github.com/acme/records/' not found", 'not-found'],
    ["! [remote rejected] x -> x (cannot lock ref 'refs/heads/x': is at aa but expected bb)", 'busy'],
    ['! [rejected] x -> x (fetch first)', 'busy'],
    ['fatal: unable to access: Could not resolve host: github.com', 'unreachable'],
    ['fatal: unable to access: The requested URL returned error: 502', 'unreachable'],
    ['', 'unreachable'],
  ];
  for (const [stderr, trouble] of said) assert.equal(remoteTrouble(stderr), trouble, stderr);
});

test('credentials are removed from git output, the rest stays', () => {
  const text =
    "fatal: unable to access 'https://bot:s3cret@git.example.com/records.git/': Authorization: basic Ym90OnMzY3JldA==";
  assert.equal(redact(text), "fatal: unable to access 'https://***@git.example.com/records.git/': Authorization: ***");
  assert.equal(redact('token canary-1 in the middle', ['canary-1', '']), 'token *** in the middle');
  assert.equal(redact('ssh://git@example.com/records.git'), 'ssh://***@example.com/records.git');
});

test('a rule is named by the setting that holds it', () => {
  const nextFor = (said: string): string =>
    remoteFailure('rule', said, 'branch b of origin', 'b', 'not-recorded').detail.next;
  assert.match(nextFor('GH006: Protected branch update failed'), /^In Settings → Branches, except the branch "b"/);
  assert.match(nextFor('GH013: Repository rule violations found'), /^In Settings → Rules → Rulesets, except/);
  assert.match(nextFor('GH009: Secrets detected!'), /^In Settings → Code security, push protection/);
});
