/** The jobs that the three workflows have between them, by the names of their login marks. */
export const workflowJobs = [
  'plan',
  'approve',
  'read',
  'rehearse',
  'promote',
  'finalize',
  'report',
  'rollback',
  'mark',
] as const;
export type WorkflowJob = (typeof workflowJobs)[number];

/**
 * The parts of the configuration that each job uses. A job gets the variables in them and no others: staging has none
 * of production's secrets, and what only reads production cannot deploy to it.
 */
export function partsOf(job: WorkflowJob, proveRestorePoint: boolean): readonly string[] {
  const production = (...keys: string[]): string[] => keys.map((key) => `environments.production.${key}`);
  const observe = ['product', 'journal', ...production('url', 'access')];
  switch (job) {
    case 'approve':
      return ['journal'];
    case 'mark':
      return ['journal', 'environments.staging.data', 'backup'];
    case 'plan':
    case 'report':
      return observe;
    case 'read':
      return [...observe, ...production('data', 'hooks.before-backup', 'hooks.on-failure'), 'backup'];
    case 'rehearse':
      return ['product', 'journal', 'environments.staging', 'backup', 'smoke'];
    case 'promote':
      return [
        'product',
        'journal',
        'environments.production',
        'backup',
        'smoke',
        ...(proveRestorePoint ? ['environments.staging'] : []),
      ];
    case 'finalize':
      return [...observe, ...production('hooks.on-failure'), 'smoke'];
    case 'rollback':
      return ['product', 'journal', 'environments.production', 'backup', 'smoke'];
  }
}
