import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { problemsIn } from '../../src/core/decisions/known-problems.ts';
import { composeSettings } from '../../src/drivers/deployers/compose/settings.ts';
import { hasVersions } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { outputJudge } from '../../src/world/effects/judged-output.ts';
import { outputProgress } from '../../src/world/effects/output-progress.ts';
import { outputRules } from '../../src/world/effects/output-rules.ts';
import { lastMessage } from '../../src/world/effects/wrapped-output.ts';
import { silentLog } from '../../src/world/log.ts';
import { databaseEffects } from '../support/database-effects.ts';

/*
 * The output of "infrahub upgrade" in several releases, judged as the example judges it. The texts are from the sources of
 * these releases, printed with the same library, at 80 columns.
 */

const root = join(import.meta.dirname, '../..');
const example = parse(await readFile(join(root, 'examples/infrahub-compose/.github/staged-upgrade.yml'), 'utf8'));
const { before } = composeSettings().parse(example.environments.production.deploy.compose);
const product = shippedProducts.find('infrahub');
assert.ok(before.length === 1 && product !== undefined && hasVersions(product));
const { versions: releases, 'known-problems': problems } = product;

const recorded = (name: string): Promise<string> =>
  readFile(join(root, 'test/support/infrahub/recorded', `${name}.txt`), 'utf8');

async function judged(name: string, version: string) {
  const effects = databaseEffects();
  const [settings = assert.fail()] = before;
  const judge = outputJudge(outputRules(settings, { effects, placeholders: { version }, releases }, 'before'));
  const shown: string[] = [];
  const progress = outputProgress(settings.progress, 'upgrade', {
    ...silentLog,
    progress: ({ text }) => shown.push(text),
  });
  for (const line of (await recorded(name)).split('\n')) {
    judge.line(line, 'stdout');
    progress(line);
  }
  return { fault: judge.fault(), shown };
}

const failed = /^its output says "FAILED": Migration: \d{3}_\w+ FAILED$/;
const cases = [
  ['upgrade-1.4', '1.4.13', undefined, '038 of 38'],
  ['upgrade-1.4-failed', '1.4.13', failed, '038 of 38'],
  ['upgrade-1.9', '1.9.10', undefined, '051 of 51'],
  ['upgrade-1.9-failed', '1.9.10', failed, '047 of 51'],
  ['upgrade-1.9-failed-in-colour', '1.9.10', failed, '047 of 51'],
  ['upgrade-1.9-cut-off', '1.9.10', /^its output does not say "to be rebased"$/, '051 of 51'],
  ['upgrade-1.11', '1.11.9', undefined, '079 of 79'],
  ['upgrade-1.11-failed', '1.11.9', failed, '076 of 79'],
  // A release that reports completion at its end must do so.
  ['upgrade-1.11-cut-off', '1.11.9', /^its output does not say "Upgrade complete SUCCESS"$/, '079 of 79'],
] as const;

for (const [name, version, fault, last] of cases)
  test(`${name} is judged by its text, and shows how far it got`, async () => {
    const seen = await judged(name, version);
    if (fault === undefined) assert.equal(seen.fault, undefined);
    else assert.match(seen.fault ?? 'no fault', fault);
    assert.equal(seen.shown.at(-1), `upgrade: at ${last}`);
  });

test('for each kind of failure, the output of the command shows what happened', async () => {
  const known = (text: string): string | undefined =>
    problemsIn(problems, { in: 'log', text, versions: ['1.11.9'] }, releases)[0]?.happened;
  const { fault = '' } = await judged('upgrade-1.11-failed', '1.11.9');
  assert.match(known(fault) ?? '', /^The migration 076_branch_agnostic_relationship_properties failed/);
  assert.equal(
    known(`exited with code 1: ${lastMessage(await recorded('upgrade-1.11-no-database'))}.`),
    'The upgrade did not reach the graph.',
  );
  const configuration = lastMessage(
    'Configuration not valid, found 1 error(s)\n  cache/address | Value error, no host is named (value_error)\n',
  );
  assert.equal(
    known(`exited with code 1: ${configuration}.`),
    'The configuration is not one that this release accepts. cache/address: Value error, no host is named.',
  );
});
