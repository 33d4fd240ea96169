import { cannotTell, type Finding, problem } from '../../../core/messages/finding.ts';
import type { Cluster } from './cluster.ts';

/** What a deploy does, besides the content of the chart: for that, the server reports missing rights when the chart is rendered. */
const needed = [
  ['get', 'secrets'],
  ['list', 'secrets'],
  ['create', 'secrets'],
  ['update', 'secrets'],
  ['patch', 'secrets'],
  ['list', 'pods'],
  ['get', 'pods/log'],
  ['list', 'deployments.apps'],
  ['patch', 'deployments.apps'],
  ['list', 'replicasets.apps'],
  ['list', 'statefulsets.apps'],
  ['list', 'daemonsets.apps'],
  ['list', 'jobs.batch'],
  ['list', 'cronjobs.batch'],
] as const;

/** Which rights this job's account lacks: all asked at once. */
export async function rightsFindings(cluster: Cluster, subject: string): Promise<Finding[]> {
  const { namespace } = cluster;
  const items = needed.map(([verb, what]) => reviewOf(namespace, verb, what));
  const result = await cluster.kubectl(
    ['create', '--validate=false', '--filename=-', '--output=jsonpath={.status.allowed}{"\\n"}'],
    { input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) },
  );
  const answers = result.stdout.trim().split('\n');
  if (result.exitCode !== 0 || answers.length !== needed.length) {
    return [
      cannotTell(subject, {
        happened: `What the account of this job may do could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
        means: 'A deploy may stop for a missing right.',
        next: `Ask the cluster by hand: kubectl auth can-i --list --namespace ${namespace}`,
      }),
    ];
  }
  const missing = needed.filter((_, index) => answers[index] !== 'true').map(([verb, what]) => `${verb} ${what}`);
  if (missing.length === 0) return [];
  return [
    problem(subject, {
      happened: `In the namespace "${namespace}" the account of this job may not: ${missing.join(', ')}.`,
      means: 'A deploy would stop where it needs that.',
      next: 'Give the account a Role with these rights in that namespace.',
    }),
  ];
}

/** @param what `pods/log`, `jobs.batch` */
function reviewOf(namespace: string, verb: string, what: string): object {
  const [named = '', subresource] = what.split('/');
  const [resource = '', group = ''] = named.split('.');
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { namespace, verb, group, resource, ...(subresource && { subresource }) } },
  };
}
