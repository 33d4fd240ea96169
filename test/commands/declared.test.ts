import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { inputNames, inputs, stepInputs } from '../../src/core/interface/inputs.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { allCommands, commandNamed, terminalCommands, workflowCommands } from '../../src/entries/commands.ts';
import { terminalInputs, workflowInputs } from '../../src/steps/command.ts';
import type { Invocation } from '../support/invocation.ts';
import { realDeploys, sampleSystem } from './sample-system.ts';

const root = join(import.meta.dirname, '../..');

test('each input can be given where its command can be run, and is used by some command', () => {
  for (const name of inputNames) {
    const { action, option } = inputs[name];
    const byWorkflow = workflowCommands.some((command) => workflowInputs(command).includes(name));
    const byTerminal = terminalCommands.some((command) => terminalInputs(command).includes(name));
    assert.equal(action !== undefined, byWorkflow, `${name} in a workflow`);
    assert.equal(option !== undefined, byTerminal, `${name} in a terminal`);
  }
});

const step = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const workflow = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(step).optional() })),
});

test('no workflow that init writes passes a step an input that its command does not have', () => {
  const files = globSync('examples/*/.github/workflows/*.yml', { cwd: root });
  let count = 0;
  for (const file of files) {
    const { jobs } = workflow.parse(parse(readFileSync(join(root, file), 'utf8')));
    for (const { with: given = {} } of Object.values(jobs).flatMap(({ steps = [] }) => steps)) {
      const { command: name, ...rest } = given;
      if (typeof name !== 'string') continue;
      count++;
      const taken: readonly string[] = [...workflowInputs(commandNamed(name)), ...Object.keys(stepInputs)];
      const unexpectedInputs = Object.keys(rest).filter((input) => !taken.includes(input));
      assert.deepEqual(unexpectedInputs, [], `${file}: ${name}`);
    }
  }
  assert(count > 40, `only ${count} steps were found`);
});

test('every declared output is set by the command that declares it, and no other one', async (t) => {
  const system = await sampleSystem(t);
  await system.markStaging();
  const deploys = realDeploys(system);
  const hop = '1.0.2--1.1.4';
  const seen = new Map<string, Set<string>>();
  const ask = async (asked: Invocation): Promise<CommandResult> => {
    const result = await system.ask(asked, deploys);
    const own = seen.get(asked.command) ?? new Set();
    for (const name of Object.keys(result.outputs)) own.add(name);
    seen.set(asked.command, own);
    return result;
  };
  await ask({ command: 'preflight', target: '1.1.4' });
  await ask({ command: 'plan', target: '1.1.4' });
  await ask({ command: 'check', hop });
  const { outputs: taken } = await ask({ command: 'backup', purpose: 'rehearsal', hop });
  const { outputs: kept } = await ask({ command: 'backup', purpose: 'rehearsal', hop });
  const { outputs: restored } = await ask({ command: 'restore', hop });
  const { outputs: again } = await ask({ command: 'restore', hop });
  assert.match(taken.backup ?? '', /1\.0\.2--1\.1\.4/);
  assert.deepEqual([kept.backup, restored.backup, again.backup], [taken.backup, taken.backup, taken.backup]);
  await ask({ command: 'report', hop, environment: 'staging' });
  await ask({ command: 'report' });
  const elsewhere = ['approve', 'rehearse', 'fleet'];
  for (const { name, outputs } of allCommands) {
    if (elsewhere.includes(name)) continue;
    if (outputs.length > 0 && !seen.has(name)) await ask({ command: name });
    const set = [...(seen.get(name) ?? [])].toSorted();
    const said = `src/commands/${name}.ts declares ${outputs.join(', ')}, and the command has set ${set.join(', ')}`;
    assert.deepEqual(set, outputs.toSorted(), said);
  }
});
