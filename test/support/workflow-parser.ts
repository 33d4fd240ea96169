import { readdir, readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { basename, join } from 'node:path';

/**
 * What GitHub's own parser finds wrong in the workflows of a repository: each file of .github/workflows, with the
 * workflows of the same repository that it calls. Empty when there is nothing.
 */
export async function workflowMistakes(repository: string): Promise<string[]> {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await workflowParser;
  const folder = join(repository, '.github', 'workflows');
  const mistakes: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort()) {
    const content = await readFile(join(folder, name), 'utf8');
    const parsed = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    const found = parsed.context.errors.getErrors().map((error) => error.message);
    if (parsed.value !== undefined) {
      const files = { getFileContent: (called: object) => readCalled(repository, called) };
      const options = { errorPolicy: 1, fetchReusableWorkflowDepth: 1 };
      const converted = await convertWorkflowTemplate(parsed.context, parsed.value, files, options);
      found.push(...(converted.errors ?? []).map((error) => error.Message));
    }
    mistakes.push(...new Set(found));
  }
  return mistakes;
}

/** What GitHub's own parser finds wrong in an action.yml. */
export async function actionMistakes(file: string): Promise<string[]> {
  const { NoOperationTraceWriter } = await workflowParser;
  const { parseAction, convertActionTemplate } = await actionParser;
  const content = await readFile(file, 'utf8');
  const parsed = parseAction({ name: basename(file), content }, new NoOperationTraceWriter());
  if (parsed.value !== undefined) convertActionTemplate(parsed.context, parsed.value);
  return [...new Set(parsed.context.errors.getErrors().map((error) => error.message))];
}

async function readCalled(repository: string, called: object): Promise<{ name: string; content: string }> {
  if (!('path' in called) || typeof called.path !== 'string' || 'owner' in called) {
    throw new Error(`A workflow of another repository is called, which cannot be read here: ${JSON.stringify(called)}`);
  }
  return { name: called.path, content: await readFile(join(repository, called.path), 'utf8') };
}

// The packages import JSON without saying so, which Node.js refuses.
const hooks = registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context);
    return specifier.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
const workflowParser = import('@actions/workflow-parser');
const actionParser = import('@actions/workflow-parser/actions/index');
Promise.all([workflowParser, actionParser]).finally(() => hooks.deregister());
