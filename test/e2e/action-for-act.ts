import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { uploadArtifact } from '../../src/init/render/pins.ts';
import { awsLogin } from '../../src/world/aws/login.ts';
import { compiled } from '../support/compiled.ts';
import type { World } from '../support/github-api/world.ts';
import { builtDist } from '../support/program.ts';

/* What the workflows use when act runs them: the action as the sources are now, and a GitHub that answers. */

const root = resolve(import.meta.dirname, '../..');

/** The pin that `init` writes for it. */
export const action = 'staged-upgrade/staged-upgrade@5a1e00000000000000000000000000000000c0de';

/** Instead of GitHub's artifacts: keeps the files that a step names, and fails without any only if it is told to. */
const keepArtifacts = `
name: Upload artifact
inputs: { name: { required: true }, path: { required: true }, if-no-files-found: { default: warn } }
runs:
  using: composite
  steps:
    - shell: bash
      env: { FILES: '\${{ inputs.path }}', MISSING: '\${{ inputs.if-no-files-found }}' }
      run: |
        compgen -G "$FILES" >/dev/null || { [ "$MISSING" != error ]; exit; }
        mkdir -p "$ARTIFACTS" && cp -- $FILES "$ARTIFACTS"
`;

/** Instead of the exchange of a token with AWS: passes what the test has given to the steps that follow. */
const handOutCredentials = `
name: Log in
inputs: { role-to-assume: { required: true }, aws-region: { required: true } }
runs:
  using: composite
  steps:
    - shell: bash
      env: { REGION: '\${{ inputs.aws-region }}' }
      run: printf '%s\\n' "AWS_ACCESS_KEY_ID=AKIATEST" "AWS_SECRET_ACCESS_KEY=$TEST_AWS_SECRET" "AWS_REGION=$REGION" >>"$GITHUB_ENV"
`;

/**
 * Builds the action once, for all runs of a suite. act copies its folder for each step, and to Node.js each copy is new code that
 * must be compiled: so the copied files only refer to the program.
 */
export async function exportSources(folder: string): Promise<void> {
  const program = pathToFileURL(join(await builtDist(), 'action.js')).href;
  await cp(join(root, 'action.yml'), join(folder, 'action.yml'));
  await mkdir(join(folder, 'upload'));
  await writeFile(join(folder, 'upload', 'action.yml'), keepArtifacts);
  await mkdir(join(folder, 'login'));
  await writeFile(join(folder, 'login', 'action.yml'), handOutCredentials);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  await mkdir(join(folder, 'dist'));
  await writeFile(
    join(folder, 'dist', 'action.js'),
    `import { enableCompileCache } from 'node:module';
enableCompileCache(${JSON.stringify(compiled)});
await import(${JSON.stringify(program)});
`,
  );
}

/** @param exported by `exportSources` */
export function actionsIn(exported: string): Readonly<Record<string, string>> {
  const { repository, ref } = awsLogin.action;
  return {
    [action]: exported,
    [`${uploadArtifact.repository}@${uploadArtifact.ref}`]: join(exported, 'upload'),
    [`${repository}@${ref}`]: join(exported, 'login'),
  };
}

/** GitHub, where the environments with a gate wait for a person, who has approved every run beforehand. */
export function protectedBy(user: string, token: string): World {
  const gated = ['production', 'production-finalize'];
  // Each hop is approved separately, and no path has more than six.
  const approved = { state: 'approved' as const, user, comment: '', environments: gated };
  const runs = Array.from({ length: 9 }, (_, index) => ({
    id: 7001 + index,
    approvals: Array.from({ length: 6 }, () => approved),
  }));
  const environments = gated.map((name) => ({ name, reviewers: [user] }));
  return {
    repositories: [{ name: 'acme/records', id: 1, environments, runs }],
    tokens: {
      [token]: {
        kind: 'installation',
        repositories: ['acme/records'],
        permissions: { actions: 'read', contents: 'write' },
      },
    },
  };
}
