import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';
import { z } from 'zod';

/** What `renderForAct` changes in the workflows that `init` writes, under these names. */
export const editsOfInit = ['environment: deployment: false removed', 'checkout: ref: ${{ github.ref }} removed'];

export interface Rendered {
  readonly text: string;
  /** What had to be changed, one line each, such as `concurrency: queue: max removed`. */
  readonly edits: readonly string[];
}

/**
 * A workflow as act 0.2.87 accepts it: its parser rejects `concurrency.queue` and `environment.deployment`, which it
 * would ignore anyway, `$/…`, which in a workflow of the same repository means `./…`, and the `ref` of a checkout.
 */
export function renderForAct(workflow: string): Rendered {
  const document = parseDocument(workflow);
  const edits: string[] = [];
  visit(document, {
    Pair(_key, pair) {
      if (!isScalar(pair.key)) return;
      if (isMap(pair.value) && pair.key.value === 'concurrency') remove(pair.value, 'concurrency', 'queue');
      if (isMap(pair.value) && pair.key.value === 'environment') remove(pair.value, 'environment', 'deployment');
      // Whatever is to be checked out by a name, it would fetch; without one, it takes the folder as it is now, which is the same here.
      if (isMap(pair.value) && pair.key.value === 'with' && pair.value.get('ref') === '${{ github.ref }}')
        remove(pair.value, 'checkout', 'ref');
      if (pair.key.value === 'uses' && isScalar(pair.value)) {
        const reference = String(pair.value.value);
        if (!reference.startsWith('$/')) return;
        pair.value.value = `./${reference.slice(2)}`;
        edits.push(`uses: ${reference} → ${pair.value.value}`);
      }
    },
  });
  return { text: edits.length === 0 ? workflow : document.toString({ lineWidth: 0 }), edits };

  function remove(map: { get(key: string): unknown; delete(key: string): boolean }, parent: string, key: string): void {
    const value = map.get(key);
    if (map.delete(key)) edits.push(`${parent}: ${key}: ${String(value)} removed`);
  }
}

const labels = z.union([z.string().transform((label) => [label]), z.array(z.string())]);
const runsOn = z.union([labels, z.object({ labels }).transform((group) => group.labels)]);
const workflowJobs = z.object({ jobs: z.record(z.string(), z.object({ 'runs-on': runsOn.optional() })) });

/** All labels that the jobs of a workflow run on. act silently skips a job with a label that it was not told about. */
export function runnerLabels(workflow: string): string[] {
  return Object.values(workflowJobs.parse(parse(workflow)).jobs).flatMap((job) => job['runs-on'] ?? []);
}
