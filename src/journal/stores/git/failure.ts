import { SystemFailure } from '../../../core/messages/errors.ts';

/** Why a remote did not do what was asked, as far as git's output shows. */
export type RemoteTrouble = 'rule' | 'declined' | 'permission' | 'login' | 'not-found' | 'busy' | 'unreachable';

const signs: readonly (readonly [RemoteTrouble, RegExp])[] = [
  // GitHub names what forbids a push by a number, such as GH006 for a protected branch and GH013 for a ruleset:
  // https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/troubleshooting-rules
  ['rule', /\bGH0\d\d\b|protected branch|rule violation|repository rule/i],
  // Without a reason it may be a server that is being restarted, or whose disk is full for a moment.
  ['declined', /hook declined|push declined/i],
  [
    'permission',
    /error: 403|permission to \S+ denied|write access to repository not granted|not allowed to push|remote: .*read.only/i,
  ],
  [
    'login',
    /authentication failed|could not read (username|password)|terminal prompts disabled|permission denied \(|error: 401|invalid username/i,
  ],
  ['not-found', /repository not found|repository '.*' not found|does not appear to be a git repository|error: 404/i],
  [
    'busy',
    /cannot lock ref|failed to update ref|reference already exists|non-fast-forward|fetch first|stale info|incorrect old value/i,
  ],
];

export function remoteTrouble(stderr: string): RemoteTrouble {
  return signs.find(([, sign]) => sign.test(stderr))?.[0] ?? 'unreachable';
}

export type Recorded = 'nothing-to-record' | 'not-recorded' | 'not-certain';

/**
 * @param output what git printed, with credentials removed
 * @param where the journal's description
 */
export function remoteFailure(
  trouble: RemoteTrouble,
  output: string,
  where: string,
  branch: string,
  recorded: Recorded,
): SystemFailure {
  const quoted = lastLines(output);
  return new SystemFailure({
    happened: `The journal (${where}) ${happened(trouble, recorded)}${quoted === '' ? '.' : `: ${quoted}`}`,
    means: consequences[recorded],
    next: fix(trouble, branch, output),
  });
}

const consequences: Readonly<Record<Recorded, string>> = {
  'nothing-to-record': 'Nothing was done.',
  'not-recorded': 'The entry is NOT recorded, and the step does not continue without it.',
  'not-certain':
    'It is not certain whether the entry was recorded. The step does not continue; running it again is safe.',
};

function happened(trouble: RemoteTrouble, recorded: Recorded): string {
  const doing = recorded === 'nothing-to-record' ? 'read' : 'written to';
  switch (trouble) {
    case 'rule':
      return 'could not be written to, because a rule of the repository forbids the push';
    case 'declined':
      return 'could not be written to, because the server repeatedly declined the push without naming a rule';
    case 'permission':
      return `could not be ${doing}, because the permission is missing`;
    case 'login':
      return `could not be ${doing}, because git could not log in`;
    case 'not-found':
      return 'was not found: there is no such repository, or the login is not allowed to see it';
    case 'busy':
      return `could not be ${doing}, because the branch stayed locked`;
    case 'unreachable':
      return `could not be ${doing}, because the remote did not answer as expected`;
  }
}

function fix(trouble: RemoteTrouble, branch: string, output: string): string {
  switch (trouble) {
    case 'rule':
      return `${settingFor(output, branch)} Or name another branch with journal: { store: { git: { branch: upgrade-journal } } }.`;
    case 'declined':
      return `Look at the server's push hooks and at its health, make them accept the branch "${branch}", then run this again.`;
    case 'permission':
      return 'Give the job "permissions: contents: write" (a reusable workflow also needs it from the job that calls it), or the token write access to this repository.';
    case 'login':
      return 'In a workflow, pass the input "token" (with "permissions: contents: write"). In a terminal, log in so that "git push" works without a question.';
    case 'not-found':
      return 'Check the remote with "git remote -v", and that the token may read this repository.';
    case 'busy':
      return 'Run this again. If that does not help, look on the server for a lock file that a crashed process left behind.';
    case 'unreachable':
      return 'Check the network and the status page of the server, then run this again.';
  }
}

/** Which GitHub setting forbids the push. */
function settingFor(output: string, branch: string): string {
  if (/GH013|rule violation|repository rule/i.test(output)) {
    return `In Settings → Rules → Rulesets, except the branch "${branch}" from each ruleset that covers it, also those of the organization (on commit messages, signatures, pull requests).`;
  }
  if (/GH006|protected branch/i.test(output)) {
    return `In Settings → Branches, except the branch "${branch}" from the protection rule whose pattern covers it.`;
  }
  if (/GH009/.test(output)) {
    return 'In Settings → Code security, push protection found a secret in the entry: find out which value it was, mask it under a variable, and have it replaced.';
  }
  return `Except the branch "${branch}" from what the server's message names.`;
}

function lastLines(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(hint|To |Done$)/.test(line));
  return lines.slice(-4).join(' / ').slice(0, 600);
}
